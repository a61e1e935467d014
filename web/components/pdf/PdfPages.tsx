import { GlobalWorkerOptions, getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { apiPath } from '../../api/client.ts';
import type { DocumentDetail, Statement } from '../../api/types.ts';
import { speakerName } from '../../words.ts';
import { Failure, Loading } from '../States.tsx';
import { fontWidths, type PageLetters, pageLetters } from './letters.ts';
import { type Box, boxesAround, statementsOn } from './marks.ts';

GlobalWorkerOptions.workerSrc = worker;

/** The pages of a PDF, with the same statements marked as in the text. */
export default function PdfPages({
  detail,
  chosen,
  onChoose,
}: {
  readonly detail: DocumentDetail;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [error, setError] = useState<Error>();
  const { id } = detail.document;
  useEffect(() => {
    const loading = getDocument({ url: apiPath('/documents/{id}/original', { id }), isEvalSupported: false });
    let isGone = false;
    loading.promise.then(
      (loaded) => isGone || setPdf(loaded),
      (cause: Error) => isGone || setError(cause),
    );
    return () => {
      isGone = true;
      void loading.destroy();
    };
  }, [id]);
  if (error) return <Failure error={new Error(`Cannot show the pages: ${error.message}`)} />;
  if (!pdf) return <Loading lines={12} label="Drawing the pages" />;
  return (
    <div className="pdf">
      {Array.from({ length: pdf.numPages }, (_, i) => (
        <PdfPage
          // biome-ignore lint/suspicious/noArrayIndexKey: pages never change their order
          key={i}
          pdf={pdf}
          number={i + 1}
          detail={detail}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

/** A box around words of a statement. */
interface Mark extends Box {
  readonly statement: Statement;
}

/** Pixels to a point of the page. */
const SCALE = 1.35;

function PdfPage({
  pdf,
  number,
  detail,
  chosen,
  onChoose,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly detail: DocumentDetail;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [boxes, setBoxes] = useState<readonly Mark[]>([]);
  const [size, setSize] = useState({ width: 595 * SCALE, height: 842 * SCALE });
  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    void (async () => {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: SCALE });
      if (isGone || !canvas.current) return;
      setSize({ width: viewport.width, height: viewport.height });
      const sharp = Math.min(2, window.devicePixelRatio || 1);
      canvas.current.width = viewport.width * sharp;
      canvas.current.height = viewport.height * sharp;
      const drawing = page.render({
        canvas: canvas.current,
        viewport,
        transform: [sharp, 0, 0, sharp, 0, 0],
      });
      stop = () => drawing.cancel();
      await drawing.promise.catch(() => undefined);
      const found = await marksOn(pdf, page, detail);
      if (!isGone) setBoxes(found);
    })();
    return () => {
      isGone = true;
      stop();
    };
  }, [pdf, number, detail]);
  return (
    <div className="pdf-page" style={{ aspectRatio: `${size.width} / ${size.height}`, maxWidth: size.width }}>
      <canvas ref={canvas} aria-label={`Page ${number}`} role="img" />
      {boxes.map(({ left, top, width, height, statement }) => (
        <button
          key={`${statement.id}-${left}-${top}`}
          type="button"
          tabIndex={-1}
          data-statement={statement.id}
          className={`pdf-mark mark-${statement.kind}${statement.id === chosen ? ' chosen' : ''}`}
          style={{
            left: `${(100 * left) / size.width}%`,
            top: `${(100 * top) / size.height}%`,
            width: `${(100 * width) / size.width}%`,
            height: `${(100 * height) / size.height}%`,
          }}
          title={`${speakerName(statement)} · ${statement.kind}`}
          aria-label={`${speakerName(statement)}, ${statement.kind}`}
          onClick={() => onChoose(statement.id)}
        />
      ))}
    </div>
  );
}

async function marksOn(pdf: PDFDocumentProxy, page: PDFPageProxy, detail: DocumentDetail): Promise<Mark[]> {
  const viewport = page.getViewport({ scale: SCALE });
  const letters = await lettersOn(page);
  const number = page.pageNumber;
  const before = number > 1 ? await lettersOn(await pdf.getPage(number - 1)) : undefined;
  return statementsOn(number, detail, letters, before).flatMap(({ statement, stretch: { from, to } }) =>
    boxesAround(letters.places.slice(from, to), (x, y) => viewport.convertToViewportPoint(x, y)).map((box) => ({
      ...box,
      statement,
    })),
  );
}

async function lettersOn(page: PDFPageProxy): Promise<PageLetters> {
  const [{ items }, operations] = await Promise.all([page.getTextContent(), page.getOperatorList()]);
  return pageLetters(
    items.flatMap((item) => ('str' in item ? [item] : [])),
    fontWidths(operations, OPS),
  );
}

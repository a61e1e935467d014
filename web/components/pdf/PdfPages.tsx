import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { apiPath } from '../../api/client.ts';
import type { DocumentDetail, Statement } from '../../api/types.ts';
import { speakerName } from '../../words.ts';
import { Failure, Loading } from '../States.tsx';

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
          statements={detail.statements}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly statement: Statement;
}

/** Pixels to a point of the page. */
const SCALE = 1.35;

function PdfPage({
  pdf,
  number,
  statements,
  chosen,
  onChoose,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly statements: readonly Statement[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
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
      const found = await boxesOf(page, statements);
      if (!isGone) setBoxes(found);
    })();
    return () => {
      isGone = true;
      stop();
    };
  }, [pdf, number, statements]);
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

/** Boxes around the statements on a page. Only letters and digits are compared, so line breaks do not matter. */
async function boxesOf(page: PDFPageProxy, statements: readonly Statement[]): Promise<Box[]> {
  const viewport = page.getViewport({ scale: SCALE });
  const { items } = await page.getTextContent();
  let letters = '';
  const places: { item: number; at: number }[] = [];
  const texts = items.flatMap((item) => ('str' in item ? [item] : []));
  texts.forEach(({ str }, item) => {
    for (let at = 0; at < str.length; at++) {
      const letter = str[at]!.normalize('NFKC').toLowerCase();
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      for (const one of letter) {
        letters += one;
        places.push({ item, at });
      }
    }
  });
  const boxes: Box[] = [];
  for (const statement of statements)
    for (const { text } of statement.content) {
      const wanted = [...text.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
      const at = wanted === '' ? -1 : letters.indexOf(wanted);
      if (at < 0) continue;
      const own = places.slice(at, at + wanted.length);
      for (const item of new Set(own.map((place) => place.item))) {
        const { str, transform, width, height } = texts[item]!;
        const here = own.filter((place) => place.item === item).map((place) => place.at);
        const [from, to] = [Math.min(...here) / str.length, (Math.max(...here) + 1) / str.length];
        const [x = 0, y = 0] = transform.slice(4) as number[];
        const [left, bottom] = viewport.convertToViewportPoint(x + from * width, y) as [number, number];
        const tall = height * SCALE * 1.15;
        boxes.push({ left, top: bottom - tall * 0.85, width: (to - from) * width * SCALE, height: tall, statement });
      }
    }
  return boxes;
}

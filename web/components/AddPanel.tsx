import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { apiPath, send, upload } from '../api/client.ts';
import type { Addition } from '../api/types.ts';
import { countWords } from '../words.ts';

const STAGES: Readonly<Record<string, string>> = {
  waiting: 'is waiting',
  fetching: 'is being fetched',
  reading: 'is being read',
  extracting: 'is being searched for statements',
  recording: 'is being saved',
  comparing: 'is being compared',
};

type Line = Addition & { readonly key: string };

/** Adds files that are dropped or chosen, and an address or text that is pasted; shows the progress of each. */
export function AddPanel() {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [isOver, setIsOver] = useState(false);
  const [text, setText] = useState('');
  const [ocr, setOcr] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const client = useQueryClient();

  const note = (key: string, addition: Addition) =>
    setLines((now) =>
      [...now.filter((line) => line.key !== key), { ...addition, key }].sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  const start = async (name: string, begin: () => Promise<Addition>) => {
    const key = `${Date.now()}-${Math.random()}`;
    note(key, { id: '', name, state: 'waiting' });
    try {
      const { id } = await begin();
      await follow(id, (addition) => note(key, addition));
      await client.invalidateQueries();
    } catch (cause) {
      note(key, { id: '', name, state: 'failed', reason: (cause as Error).message });
    }
  };
  const addBytes = (name: string, bytes: Blob) => start(name, () => upload(name, bytes, ocr));
  const addFiles = async (all: Iterable<File>) => {
    // One at a time, so that a folder of thousands does not open thousands of connections.
    for (const file of all) await addBytes(file.name, file);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '') return;
    setText('');
    if (/^https?:\/\/\S+$/u.test(words))
      void start(words, () => send('POST', '/additions/address', {}, { url: words, ocr }));
    else void addBytes('pasted text', new Blob([words]));
  };
  useDropAnywhere(setIsOver, (dropped) => void addFiles(dropped));

  return (
    <section className={isOver ? 'add add-over' : 'add'} aria-label="Add articles">
      <form onSubmit={submit}>
        <label htmlFor="add-text">Drop files anywhere, or paste an address or some text</label>
        <div className="add-line">
          <textarea
            id="add-text"
            rows={2}
            value={text}
            onChange={({ target }) => setText(target.value)}
            placeholder="https://… or the text of an article"
          />
          <button type="submit" className="button">
            Add
          </button>
          <button type="button" className="button" onClick={() => files.current?.click()}>
            Choose files
          </button>
          <input
            ref={files}
            type="file"
            multiple
            hidden
            data-files=""
            onChange={({ target }) => {
              void addFiles([...(target.files ?? [])]);
            }}
          />
        </div>
        <label className="check" title="In pictures, and on pages of PDFs that have no text; takes seconds a page">
          <input type="checkbox" checked={ocr} onChange={({ target }) => setOcr(target.checked)} />
          Recognise text in scans and pictures
        </label>
      </form>
      <ul className="additions" aria-live="polite">
        {lines.map((line) => (
          <li key={line.key} className={`addition addition-${line.state}`}>
            <AdditionWords line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AdditionWords({ line }: { readonly line: Line }) {
  const { name, state, stage, reason, document, outcome, statements, language, isLanguageSure, held } = line;
  if (state === 'failed')
    return (
      <>
        <b>{name}</b> was not added: {reason}
      </>
    );
  if (state !== 'done')
    return (
      <>
        <b>{name}</b> {STAGES[stage ?? state] ?? state} …
      </>
    );
  if (held) return <HeldWords name={name} held={held} />;
  const told =
    outcome === 'known'
      ? 'is already in the record'
      : outcome === 'copy'
        ? 'is a copy of a text in the record'
        : outcome === 'restored'
          ? 'had been removed and is now back'
          : outcome === 'version'
            ? 'is a new version of the article at this address'
            : language === 'en'
              ? `is in the record, with ${countWords(statements ?? 0, 'statement')}`
              : 'is saved, but only English texts are searched for statements';
  const reservation =
    isLanguageSure === false && (outcome === 'added' || outcome === 'version')
      ? `; it is not sure that it is ${language === 'en' ? '' : 'not '}in English`
      : '';
  return (
    <>
      <Link to="/documents/$id" params={{ id: document ?? '' }}>
        {name}
      </Link>{' '}
      {told}
      {reservation}
    </>
  );
}

/** What came of an archive, and why what is missing of it is. */
function HeldWords({ name, held }: { readonly name: string; readonly held: NonNullable<Addition['held']> }) {
  const { added, known, failed, statements, failures } = held;
  return (
    <>
      <b>{name}</b>: {countWords(added, 'document')} added, with {countWords(statements, 'statement')}
      {known > 0 && `; ${known} in the record already`}
      {failed > 0 && (
        <details>
          <summary>{countWords(failed, 'document')} not added</summary>
          <ul>
            {failures.map(({ name: one, reason }) => (
              <li key={one}>
                {one.slice(one.indexOf('#') + 1)}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Follows the events of an addition until it is done or has failed. */
function follow(id: string, onChange: (addition: Addition) => void): Promise<void> {
  return new Promise((done) => {
    const events = new EventSource(apiPath('/additions/{id}/events', { id }));
    const hear = (event: MessageEvent<string>) => {
      const addition = JSON.parse(event.data) as Addition;
      onChange(addition);
      if (addition.state === 'done' || addition.state === 'failed') {
        events.close();
        done();
      }
    };
    for (const state of ['waiting', 'running', 'done', 'failed']) events.addEventListener(state, hear);
  });
}

/** Calls back with files that are dropped anywhere in the window. */
function useDropAnywhere(onOver: (isOver: boolean) => void, onDrop: (files: File[]) => void): void {
  const latest = useRef({ onOver, onDrop });
  latest.current = { onOver, onDrop };
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      latest.current.onOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) latest.current.onOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      latest.current.onOver(false);
      latest.current.onDrop([...event.dataTransfer.files]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

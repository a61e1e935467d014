import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { ask } from '../../api/client.ts';
import type { Completion, Entity } from '../../api/types.ts';
import { countWords } from '../../words.ts';
import { notifyFailure } from '../shell/notices.tsx';
import { useDecide } from './useDecide.ts';

interface ToolProps {
  readonly entity: Entity;
  /** Closes the dialog. */
  readonly onDone: () => void;
}

const TOOLS = [
  ['Rename', RenameForm],
  ['Merge', MergeForm],
  ['Split', SplitForm],
] as const;

/** Rename, merge, split: a button for each, and its form in a dialog. */
export function EntityTools({ entity }: { readonly entity: Entity }) {
  const [tool, setTool] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, Form] = TOOLS[tool]!;
  return (
    <>
      {TOOLS.map(([label], i) => (
        <button
          key={label}
          type="button"
          className="button"
          onClick={() => {
            setTool(i);
            dialog.current?.showModal();
          }}
        >
          {label}
        </button>
      ))}
      <dialog ref={dialog} className="dialog" aria-labelledby="entity-tool">
        <Form key={name} entity={entity} onDone={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

function RenameForm({ entity, onDone }: ToolProps) {
  const decide = useDecide();
  const rename = async (data: FormData) => {
    const name = String(data.get('name')).trim();
    if (name) await decide({ kind: 'rename', entity: entity.id, name }, `Renamed to ${name}`);
    onDone();
  };
  return (
    <ToolForm title="What is their name?" action="Rename" onSubmit={rename} onCancel={onDone}>
      <label htmlFor="entity-name">Name</label>
      <input id="entity-name" name="name" defaultValue={entity.name} />
    </ToolForm>
  );
}

function MergeForm({ entity, onDone }: ToolProps) {
  const decide = useDecide();
  const navigate = useNavigate();
  const [found, setFound] = useState<readonly Completion[]>([]);
  const [into, setInto] = useState<Completion>();
  const look = async (q: string) => {
    const all = await ask('/completions', { field: 'speaker', q }).catch(() => []);
    setFound(all.filter(({ value }) => value !== entity.id));
  };
  const merge = async () => {
    if (into) {
      const isDone = await decide(
        { kind: 'merge', from: entity.id, into: into.value },
        `Merged ${entity.name} into ${into.label}`,
      );
      if (isDone) void navigate({ to: '/speakers/$id', params: { id: into.value } });
    }
    onDone();
  };
  return (
    <ToolForm title={`Who is the same as ${entity.name}?`} action="Merge" onSubmit={merge} onCancel={onDone}>
      <label htmlFor="merge-name">Name</label>
      <input id="merge-name" autoComplete="off" onChange={({ target }) => void look(target.value)} />
      <fieldset className="choices">
        <legend className="visually-hidden">Who</legend>
        {found.map((one) => (
          <label key={one.value} className="check">
            <input type="radio" name="into" checked={into?.value === one.value} onChange={() => setInto(one)} />
            {one.label} <span className="meta">{countWords(one.documents, 'article')}</span>
          </label>
        ))}
      </fieldset>
    </ToolForm>
  );
}

function SplitForm({ entity, onDone }: ToolProps) {
  const decide = useDecide();
  const split = async (data: FormData) => {
    const name = String(data.get('name')).trim();
    const documents = data.getAll('document').map(String);
    if (documents.length === 0) return notifyFailure(new Error('Choose the articles that are about someone else.'));
    await decide(
      { kind: 'split', entity: entity.id, documents, ...(name ? { name } : {}) },
      `Split off in ${countWords(documents.length, 'article')}`,
    );
    onDone();
  };
  return (
    <ToolForm title="Which articles are about someone else?" action="Split" onSubmit={split} onCancel={onDone}>
      <label htmlFor="entity-name">Name of the other</label>
      <input id="entity-name" name="name" />
      <fieldset className="choices">
        <legend>Articles</legend>
        {entity.appearances.map(({ document, title, outlet, names }) => (
          <label key={document} className="check">
            <input type="checkbox" name="document" value={document} />
            {title ?? 'Untitled'}{' '}
            <span className="meta">
              {outlet} {names.join(', ')}
            </span>
          </label>
        ))}
      </fieldset>
    </ToolForm>
  );
}

/** What the forms of all tools have in common: a title, and buttons to do it or leave it. */
function ToolForm({
  title,
  action,
  onSubmit,
  onCancel,
  children,
}: {
  readonly title: string;
  readonly action: string;
  readonly onSubmit: (data: FormData) => unknown;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <h2 id="entity-tool">{title}</h2>
      {children}
      <p className="dialog-tools">
        <button type="submit" className="button primary">
          {action}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

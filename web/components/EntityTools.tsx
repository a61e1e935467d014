import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { ask, send } from '../api/client.ts';
import type { Completion, Entity, NewDecision } from '../api/types.ts';
import { countWords } from '../words.ts';
import { notify, notifyFailure } from './shell/notices.tsx';

/** Records a decision about entities and shows a notice that can undo it; gives whether it was recorded. */
export function useDecide() {
  const client = useQueryClient();
  return async (decision: NewDecision, told: string): Promise<boolean> => {
    try {
      const { id } = await send('POST', '/decisions', {}, decision);
      await client.invalidateQueries();
      notify(told, async () => {
        try {
          await send('DELETE', '/decisions/{id}', { id });
          await client.invalidateQueries();
          notify('Undone');
        } catch (error) {
          notifyFailure(error);
        }
      });
      return true;
    } catch (error) {
      notifyFailure(error);
      return false;
    }
  };
}

type Tool = 'rename' | 'merge' | 'split';

/** Rename, merge, split. */
export function EntityTools({ entity }: { readonly entity: Entity }) {
  const [tool, setTool] = useState<Tool>('rename');
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (next: Tool) => () => {
    setTool(next);
    dialog.current?.showModal();
  };
  return (
    <>
      {(['rename', 'merge', 'split'] as const).map((name) => (
        <button key={name} type="button" className="button" onClick={open(name)}>
          {{ rename: 'Rename', merge: 'Merge', split: 'Split' }[name]}
        </button>
      ))}
      <dialog ref={dialog} className="dialog" aria-labelledby="entity-tool">
        <ToolForm key={tool} tool={tool} entity={entity} onDone={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

function ToolForm({
  tool,
  entity,
  onDone,
}: {
  readonly tool: Tool;
  readonly entity: Entity;
  readonly onDone: () => void;
}) {
  const decide = useDecide();
  const navigate = useNavigate();
  const [found, setFound] = useState<readonly Completion[]>([]);
  const [into, setInto] = useState<Completion>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const name = String(data.get('name') ?? '').trim();
    if (tool === 'rename' && name) await decide({ kind: 'rename', entity: entity.id, name }, `Renamed to ${name}`);
    if (tool === 'merge' && into) {
      const isDone = await decide(
        { kind: 'merge', from: entity.id, into: into.value },
        `Merged ${entity.name} into ${into.label}`,
      );
      if (isDone) void navigate({ to: '/speakers/$id', params: { id: into.value } });
    }
    if (tool === 'split') {
      const documents = data.getAll('document').map(String);
      if (documents.length === 0) return notifyFailure(new Error('Choose the articles that are about someone else.'));
      await decide(
        { kind: 'split', entity: entity.id, documents, ...(name ? { name } : {}) },
        `Split off in ${countWords(documents.length, 'article')}`,
      );
    }
    onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2 id="entity-tool">
        {
          {
            rename: 'What is their name?',
            merge: `Who is the same as ${entity.name}?`,
            split: 'Which articles are about someone else?',
          }[tool]
        }
      </h2>
      {tool === 'merge' ? (
        <>
          <label htmlFor="merge-name">Name</label>
          <input
            id="merge-name"
            autoComplete="off"
            onChange={async ({ target }) => {
              const all = await ask('/completions', { field: 'speaker', q: target.value }).catch(() => []);
              setFound(all.filter(({ value }) => value !== entity.id));
            }}
          />
          <fieldset className="choices">
            <legend className="visually-hidden">Who</legend>
            {found.map((one) => (
              <label key={one.value} className="check">
                <input type="radio" name="into" checked={into?.value === one.value} onChange={() => setInto(one)} />
                {one.label} <span className="meta">{countWords(one.documents, 'article')}</span>
              </label>
            ))}
          </fieldset>
        </>
      ) : (
        <>
          <label htmlFor="entity-name">{tool === 'rename' ? 'Name' : 'Name of the other'}</label>
          <input id="entity-name" name="name" defaultValue={tool === 'rename' ? entity.name : ''} />
        </>
      )}
      {tool === 'split' && (
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
      )}
      <p className="dialog-tools">
        <button type="submit" className="button primary">
          {{ rename: 'Rename', merge: 'Merge', split: 'Split' }[tool]}
        </button>
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { ask } from '../api/client.ts';
import type { EntityCount, SearchHit } from '../api/types.ts';
import type { Search } from '../router.tsx';
import { countWords } from '../words.ts';

/** The filters that one can type, as `name:value`. */
export const FIELDS = ['speaker', 'outlet', 'about', 'since', 'until', 'kind'] as const;
type Field = (typeof FIELDS)[number];

interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly act: () => void;
}

/** One box for everything: words, and filters as chips that can be edited and taken away. */
export function SearchBox({
  search,
  onSearch,
}: {
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
}) {
  const navigate = useNavigate();
  const [text, setText] = useState(typeof search.q === 'string' ? search.q : '');
  const [chosen, setChosen] = useState(-1);
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const typed = useDelayed(text, 120);
  useEffect(() => setText(typeof search.q === 'string' ? search.q : ''), [search.q]);

  const field = /(?:^|\s)(speaker|outlet|about|since|until|kind):(?:"([^"]*)"?|(\S*))$/u.exec(typed);
  const completing =
    field?.[1] === 'speaker' || field?.[1] === 'outlet' || field?.[1] === 'about' ? field[1] : undefined;
  const beginning = field?.[2] ?? field?.[3] ?? '';
  const completions = useQuery({
    queryKey: ['completions', completing, beginning],
    queryFn: ({ signal }) =>
      ask<{ value: string; label: string; documents: number }[]>(
        '/completions',
        { field: completing, q: beginning },
        { signal },
      ),
    enabled: completing !== undefined && isOpen,
  });
  const words = typed.trim();
  const hits = useQuery({
    queryKey: ['typing', words],
    queryFn: ({ signal }) =>
      ask<{ hits: SearchHit[]; entities: EntityCount[] }>('/search', { q: words, typing: true, limit: 5 }, { signal }),
    enabled: words.length > 1 && !field && isOpen,
  });

  const take = (name: Field, value: string, rest: string) => {
    onSearch({ ...search, [name]: value, q: rest.trim() });
    setChosen(-1);
  };
  const before = field ? typed.slice(0, field.index) : '';
  const suggestions: Suggestion[] = completing
    ? (completions.data ?? []).map(({ value, label, documents }) => ({
        key: value,
        label: `${completing}: ${label}`,
        note: countWords(documents, 'article'),
        act: () => take(completing, label, before),
      }))
    : [
        ...(hits.data?.entities ?? []).map(({ id, name, documents }) => ({
          key: id,
          label: name,
          note: `speaker · ${countWords(documents, 'article')}`,
          act: () => void navigate({ to: '/speakers/$id', params: { id } }),
        })),
        ...(hits.data?.hits ?? []).map(({ type, id, document, passage, title, speaker }) => ({
          key: type + id,
          label: type === 'document' ? (title ?? 'Untitled') : passage.replace(/[[\]]/gu, ''),
          note: type === 'document' ? 'article' : speaker || 'unknown speaker',
          act: () =>
            void navigate({
              to: '/documents/$id',
              params: { id: document },
              search: type === 'statement' ? { statement: id } : {},
            }),
        })),
      ];
  const shown = isOpen ? suggestions : [];

  /** What is typed as filters becomes chips, the rest is looked for. */
  const submit = () => {
    const next: Record<string, string | readonly string[] | undefined> = { ...search };
    const rest = text.replace(
      /(?:^|\s)(speaker|outlet|about|since|until|kind):(?:"([^"]+)"|(\S+))/gu,
      (_, name: string, quoted: string | undefined, plain: string | undefined) => {
        next[name] = quoted ?? plain;
        return ' ';
      },
    );
    next.q = rest.trim();
    setIsOpen(false);
    onSearch(next);
  };

  return (
    <search className="search">
      <div className="search-line">
        {FIELDS.filter((name) => search[name]).map((name) => (
          <span key={name} className="chip">
            <button
              type="button"
              className="chip-words"
              aria-label={`Edit ${name}: ${search[name]}`}
              onClick={() => {
                setText(
                  `${text} ${name}:${/\s/u.test(String(search[name])) ? `"${search[name]}"` : search[name]}`.trim(),
                );
                onSearch({ ...search, [name]: undefined });
                input.current?.focus();
              }}
            >
              {name}: {String(search[name])}
            </button>
            <button
              type="button"
              className="chip-x"
              aria-label={`Without ${name}: ${search[name]}`}
              onClick={() => onSearch({ ...search, [name]: undefined })}
            >
              ×
            </button>
          </span>
        ))}
        <input
          ref={input}
          data-search=""
          type="text"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-label="Search statements, speakers and articles"
          aria-activedescendant={chosen >= 0 && shown[chosen] ? `${list}-${chosen}` : undefined}
          placeholder="Search, or speaker: outlet: about: since: until:"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setIsOpen(true);
            setChosen(-1);
          }}
          onFocus={() => setIsOpen(true)}
          onBlur={() => setTimeout(() => setIsOpen(false), 150)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const by = event.key === 'ArrowDown' ? 1 : -1;
              setChosen((now) => (shown.length === 0 ? -1 : (now + by + shown.length + 1) % (shown.length + 1)));
            } else if (event.key === 'Enter') {
              event.preventDefault();
              const one = shown[chosen];
              if (one) {
                setIsOpen(false);
                one.act();
              } else submit();
            } else if (event.key === 'Escape') {
              setIsOpen(false);
              setChosen(-1);
            } else if (event.key === 'Backspace' && text === '') {
              const last = FIELDS.filter((name) => search[name]).at(-1);
              if (last) onSearch({ ...search, [last]: undefined });
            }
          }}
        />
        <button type="button" className="button" onClick={submit}>
          Search
        </button>
      </div>
      <div id={list} role="listbox" aria-label="Suggestions" className="suggestions" hidden={shown.length === 0}>
        {shown.map(({ key, label, note, act }, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and the keys
          <div
            key={key}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            className="suggestion"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setIsOpen(false);
              act();
            }}
          >
            <span className="suggestion-label">{label}</span>
            <span className="meta">{note}</span>
          </div>
        ))}
      </div>
    </search>
  );
}

/** A value once it has been the same for some milliseconds. */
function useDelayed<T>(value: T, delay: number): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return delayed;
}

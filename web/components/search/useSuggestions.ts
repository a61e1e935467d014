import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { countWords } from '../../words.ts';
import { type Filter, typedFilter } from './filters.ts';

/** A suggestion for the typed text, and what choosing it does. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly leadsTo:
    | { readonly to: 'filter'; readonly name: Filter; readonly value: string; readonly words: string }
    | { readonly to: 'speaker'; readonly id: string }
    | { readonly to: 'document'; readonly id: string; readonly statement?: string }
    | { readonly to: 'search' };
}

/** Milliseconds to wait after a key before asking the API. */
const PAUSE = 120;
/** The most statements and articles to suggest. */
const HITS = 5;

/** Suggestions for a text that is being typed, with the search itself last; none unless somebody is typing. */
export function useSuggestions(text: string, isTyping: boolean): readonly Suggestion[] {
  const typed = useDelayed(text, PAUSE);
  const filter = typedFilter(typed);
  const completions = useCompletions(typed, isTyping);
  const hits = useHits(typed.trim(), isTyping && !filter);
  if (!isTyping || text.trim() === '') return [];
  const search: Suggestion = {
    id: 'search',
    label: `Search for “${text.trim()}”`,
    note: '',
    leadsTo: { to: 'search' },
  };
  return [...(filter ? completions : hits), search];
}

/** Completions for the filter at the end of a text. */
function useCompletions(text: string, isAsked: boolean): readonly Suggestion[] {
  const filter = typedFilter(text);
  const field =
    filter?.name === 'speaker' || filter?.name === 'outlet' || filter?.name === 'about' ? filter.name : undefined;
  const q = filter?.beginning ?? '';
  const { data = [] } = useQuery({
    queryKey: ['completions', field, q],
    queryFn: ({ signal }) => ask('/completions', { field: field!, q }, { signal }),
    enabled: isAsked && field !== undefined,
  });
  if (!filter) return [];
  return data.map(({ value, label, documents }) => ({
    id: value,
    label: `${filter.name}: ${label}`,
    note: countWords(documents, 'article'),
    leadsTo: { to: 'filter', name: filter.name, value: label, words: filter.before },
  }));
}

/** Speakers, statements and articles that contain the words. */
function useHits(words: string, isAsked: boolean): readonly Suggestion[] {
  const { data } = useQuery({
    queryKey: ['typing', words],
    queryFn: ({ signal }) => ask('/search', { q: words, typing: true, limit: HITS }, { signal }),
    enabled: isAsked && words.length > 1,
  });
  if (!data) return [];
  return [
    ...data.entities.map(
      ({ id, name, documents }): Suggestion => ({
        id,
        label: name,
        note: `speaker · ${countWords(documents, 'article')}`,
        leadsTo: { to: 'speaker', id },
      }),
    ),
    ...data.hits.map(
      ({ type, id, document, passage, title, speaker }): Suggestion =>
        type === 'document'
          ? {
              id: `${type} ${id}`,
              label: title ?? 'Untitled',
              note: 'article',
              leadsTo: { to: 'document', id: document },
            }
          : {
              id: `${type} ${id}`,
              label: passage.replace(/[[\]]/gu, ''),
              note: speaker || 'unknown speaker',
              leadsTo: { to: 'document', id: document, statement: id },
            },
    ),
  ];
}

/** A value, once it has not changed for some milliseconds. */
function useDelayed<T>(value: T, delay: number): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return delayed;
}

import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FilterChips } from './FilterChips.tsx';
import { asTyped, FILTERS, type Filter, type Searched, searchedFor } from './filters.ts';
import { type Suggestion, useSuggestions } from './useSuggestions.ts';
import { WordsBox } from './WordsBox.tsx';

/** One box for everything: words, and filters as chips that can be edited and taken away. */
export function SearchBox({
  search,
  onSearch,
}: {
  readonly search: Searched;
  readonly onSearch: (search: Searched) => void;
}) {
  const navigate = useNavigate();
  const [text, setText] = useState(search.q ?? '');
  const [isTyping, setIsTyping] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(text, isTyping);
  useEffect(() => setText(search.q ?? ''), [search.q]);

  const searchFor = (next: Searched) => {
    setIsTyping(false);
    setText(next.q ?? '');
    onSearch(next);
  };
  const submit = () => searchFor({ ...search, ...searchedFor(text) });
  const remove = (name: Filter) => onSearch({ ...search, [name]: undefined });
  const edit = (name: Filter, value: string) => {
    remove(name);
    setText(`${text} ${asTyped(name, value)}`.trim());
    input.current?.focus();
  };
  const choose = ({ leadsTo }: Suggestion) => {
    setIsTyping(false);
    switch (leadsTo.to) {
      case 'filter':
        return searchFor({ ...search, [leadsTo.name]: leadsTo.value, q: leadsTo.words });
      case 'speaker':
        return void navigate({ to: '/speakers/$id', params: { id: leadsTo.id } });
      case 'document':
        return void navigate({
          to: '/documents/$id',
          params: { id: leadsTo.id },
          search: leadsTo.statement === undefined ? {} : { statement: leadsTo.statement },
        });
      case 'search':
        return submit();
    }
  };
  const eraseLast = () => {
    const last = FILTERS.findLast((name) => search[name]);
    if (last) remove(last);
  };

  return (
    <search className="search">
      <FilterChips search={search} onEdit={edit} onRemove={remove} />
      <WordsBox
        text={text}
        suggestions={suggestions}
        input={input}
        onType={(next) => {
          setText(next);
          setIsTyping(true);
        }}
        onChoose={choose}
        onSubmit={submit}
        onEraseBefore={eraseLast}
      />
      <button type="button" className="button" onClick={submit}>
        Search
      </button>
    </search>
  );
}

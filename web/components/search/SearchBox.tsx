import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { FilterChips } from './FilterChips.tsx';
import { asTyped, FILTERS, type Filter, type Searched, searchedFor } from './filters.ts';
import { type Suggestion, useSuggestions } from './useSuggestions.ts';

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
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // With a suggestion under the cursor, Enter chooses that.
    if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) submit();
    if (event.key === 'Backspace' && text === '') {
      const last = FILTERS.findLast((name) => search[name]);
      if (last) remove(last);
    }
  };

  return (
    <search className="search">
      <FilterChips search={search} onEdit={edit} onRemove={remove} />
      <ComboBox
        className="search-words"
        aria-label="Search statements, speakers and articles"
        allowsCustomValue
        items={suggestions}
        inputValue={text}
        onInputChange={(next) => {
          setText(next);
          setIsTyping(true);
        }}
        // Choosing leads somewhere; nothing stays selected.
        selectedKey={null}
        onSelectionChange={(id) => {
          const chosen = suggestions.find((one) => one.id === id);
          if (chosen) choose(chosen);
        }}
      >
        <Input
          ref={input}
          data-search=""
          placeholder="Search, or speaker: outlet: about: since: until:"
          spellCheck={false}
          onKeyDown={onKeyDown}
        />
        <Popover className="suggestions">
          <ListBox<Suggestion> aria-label="Suggestions" className="suggestion-list">
            {({ id, label, note }) => (
              <ListBoxItem id={id} textValue={label} className="suggestion">
                <Text slot="label" className="suggestion-label">
                  {label}
                </Text>
                <Text slot="description" className="meta">
                  {note}
                </Text>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <button type="button" className="button" onClick={submit}>
        Search
      </button>
    </search>
  );
}

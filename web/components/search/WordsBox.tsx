import type { KeyboardEvent, Ref } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { Suggestion } from './useSuggestions.ts';

/** The box that words and filters are typed into, with suggestions below it. */
export function WordsBox({
  text,
  suggestions,
  input,
  onType,
  onChoose,
  onSubmit,
  onEraseBefore,
}: {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
  readonly input: Ref<HTMLInputElement>;
  readonly onType: (text: string) => void;
  readonly onChoose: (suggestion: Suggestion) => void;
  /** On Enter, unless a suggestion is highlighted. */
  readonly onSubmit: () => void;
  /** On Backspace in the empty box. */
  readonly onEraseBefore: () => void;
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const choosesSuggestion = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !choosesSuggestion) onSubmit();
    if (event.key === 'Backspace' && text === '') onEraseBefore();
  };
  return (
    <ComboBox
      className="search-words"
      aria-label="Search statements, speakers and articles"
      allowsCustomValue
      // The list is filled after the text has changed, so it opens empty; without suggestions it closes.
      allowsEmptyCollection={suggestions.length > 0}
      items={suggestions}
      inputValue={text}
      onInputChange={onType}
      // Choosing a suggestion acts at once; none stays selected.
      selectedKey={null}
      onSelectionChange={(id) => {
        const chosen = suggestions.find((one) => one.id === id);
        if (chosen) onChoose(chosen);
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
              {note && (
                <Text slot="description" className="meta">
                  {note}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

import type { Document } from '../../document/index.ts';
import {
  INTERVIEWEE,
  isAnswerWord,
  isQuestionWord,
  isUnnamedSpeaker,
  isWitnessWord,
  QUESTIONER,
  WITNESS,
} from '../../language/english/turns.ts';
import { intervieweeIn } from './interview.ts';
import type { Label } from './label.ts';
import { People, type Person } from './people.ts';
import type { PlacedLine } from './spoken.ts';

/** Who the labels of a transcript mean. */
export class Cast {
  readonly #document: Document;
  readonly #head: string;
  readonly #people: People;
  readonly #isCourt: boolean;
  #answers: string | undefined;
  /** Who asks from here on. */
  examiner: string | undefined;

  constructor(document: Document, head: string, labels: readonly Label[], hasExaminer: boolean) {
    this.#document = document;
    this.#head = head;
    this.#people = new People(head, document.text, labels);
    this.#isCourt = hasExaminer;
  }

  /** Who a label at the beginning of a line means. */
  speaker(label: Label, { text: line, start }: Pick<PlacedLine, 'text' | 'start'>): Person {
    const isLetter = label.form === 'q' || label.form === 'a' || label.form === 'bare';
    if (isLetter ? label.name === 'Q' : isQuestionWord(label.name))
      return this.examiner ? this.#people.named(this.examiner) : { name: QUESTIONER };
    if (isLetter || isAnswerWord(label.name)) {
      const isCourt = this.#isCourt || line[label.words.end] === '.';
      return { name: isCourt ? (this.#people.witnessAt(start) ?? WITNESS) : this.#interviewee };
    }
    if (isWitnessWord(label.name)) return { name: this.#people.witnessAt(start) ?? WITNESS };
    const person = this.#people.of(label);
    return isUnnamedSpeaker(person.name) ? { ...person, name: person.name.toLowerCase() } : person;
  }

  get #interviewee(): string {
    const { title = '', byline } = this.#document;
    this.#answers ??= intervieweeIn(title, this.#head, this.#people, byline) ?? INTERVIEWEE;
    return this.#answers;
  }
}

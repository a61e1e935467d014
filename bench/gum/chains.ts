import type { Range } from '../../src/document/index.ts';
import { headOf, readConllu, type Sentence, type Token } from './conllu.ts';

/** What the head of a mention is. */
type MentionForm = 'name' | 'nominal' | 'pronoun';

/** A mention of an entity in a text. */
export interface ChainMention extends Range {
  readonly form: MentionForm;
  readonly head: Range;
  /** The lemma of what its head depends on, and how. */
  readonly governor: string;
  readonly relation: string;
  /** Who has the turn in which it is said, in a conversation. */
  readonly speaker?: string;
  /** Who speaks before and after that turn. */
  readonly partners?: readonly string[];
}

/** A text of OntoGUM with the mentions of each of its entities; offsets are UTF-16. */
export interface ChainedText {
  readonly name: string;
  readonly genre: string;
  readonly text: string;
  /** The mentions of each entity in order, including entities that are mentioned once. */
  readonly chains: readonly (readonly ChainMention[])[];
}

/** The CoNLL-U files of a folder of OntoGUM (Zhu et al. 2021), with their chains of coreference. */
export function readChainedTexts(folder: string): ChainedText[] {
  return readConllu(folder).map(({ name, genre, text, sentences }) => {
    const chains = new Map<string, ChainMention[]>();
    const partners = partnersOf(sentences);
    for (const [number, sentence] of sentences.entries()) {
      for (const mention of sentence.mentions) {
        const head = headOf(sentence, mention);
        if (!head) continue;
        const start = sentence.tokens[mention.first - 1]!.start;
        const { end } = sentence.tokens[mention.last - 1]!;
        const governor = sentence.tokens[head.head - 1]?.lemma ?? '';
        const { speaker } = sentence;
        const found = {
          start,
          end,
          form: formOf(head),
          head,
          governor,
          relation: head.relation,
          ...(speaker ? { speaker, partners: partners[number]! } : {}),
        };
        chains.set(mention.entity, [...(chains.get(mention.entity) ?? []), found]);
      }
    }
    return { name, genre, text, chains: [...chains.values()].map((chain) => chain.sort((a, b) => a.start - b.start)) };
  });
}

/** For each sentence: who has the turn before and after its own. */
function partnersOf(sentences: readonly Sentence[]): string[][] {
  const next = (from: number, step: number) => {
    const own = sentences[from]!.speaker;
    for (let at = from + step; sentences[at]; at += step) {
      const { speaker } = sentences[at]!;
      if (speaker && speaker !== own) return [speaker];
    }
    return [];
  };
  return sentences.map((_, number) => [...new Set([...next(number, -1), ...next(number, 1)])]);
}

function formOf({ tag }: Token): MentionForm {
  if (/^NNPS?$/u.test(tag)) return 'name';
  return /^(?:PRP\$?|WP\$?|WDT|DT|EX)$/u.test(tag) ? 'pronoun' : 'nominal';
}

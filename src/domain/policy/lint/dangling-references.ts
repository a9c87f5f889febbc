import type { Policy } from '../policy';
import type { LintCheck } from './lint-finding';

const PLACE = String.raw`(?:[A-Z](?:\.\d+)+|\d+(?:\.\d+)*|[A-Z](?![A-Za-z]))`;

/** "section 4", "Clauses 2.1 and 3", "Appendix B", "§ 7". */
const REFERENCE = new RegExp(
  String.raw`(?:\b(?:[Ss]ections?|[Cc]lauses?|[Cc]hapters?|[Pp]aragraphs?|[Aa]rticles?|[Aa]nnex|[Aa]ppendix|[Aa]ppendices)\s+|§+\s*)` +
    String.raw`(${PLACE}(?:(?:,?\s*(?:,|and|or|to|&|–|-)\s*)${PLACE})*)`,
  'g',
);

/** Something that has sections of its own: "ISO/IEC 27001", "the Data Protection Act". */
const ANOTHER_DOCUMENT = /\b[A-Z]{2,}(?:\/[A-Z]+)*[ -]?\d|\b(?:standard|act|regulation|directive|law|framework)\b/i;

/** "section 4 of the Act"; but "section 4 of this policy" is its own. */
const OF_ANOTHER = /^\)?\s+of\s+(?!this\b|the\s+(?:policy|document)\b)/i;

/** A clause that refers to a part of the document which is not there. */
export const danglingReferences: LintCheck = (policy) =>
  policy.clauses.flatMap(({ id, text }) =>
    referencesIn(text)
      .filter(({ place }) => !exists(place, policy))
      .map(({ reference }) => ({
        code: 'dangling-reference',
        severity: 'warning',
        clauses: [id],
        ruleIds: [],
        reference,
      })),
  );

interface Reference {
  /** As the text has it, e.g. `section 4`. */
  readonly reference: string;
  readonly place: string;
}

function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(REFERENCE)].flatMap((match) => {
    const [whole, places = ''] = match;
    const sentence =
      text
        .slice(0, match.index)
        .split(/[.;…]\s/)
        .at(-1) ?? '';
    const rest = text.slice(match.index + whole.length);
    if (ANOTHER_DOCUMENT.test(sentence) || OF_ANOTHER.test(rest)) return [];
    const named = places.match(new RegExp(PLACE, 'g')) ?? [];
    const kind = whole.slice(0, whole.length - places.length);
    return named.map((place) => ({ reference: named.length === 1 ? whole : `${kind}${place}`, place }));
  });
}

/** Whether a clause stands under that number, or under a deeper one. */
function exists(place: string, { clauses }: Policy): boolean {
  return clauses.some(({ section }) => {
    const number = section?.replace(/^(?:\p{L}{2,}\s+|§\s*)/u, '') ?? '';
    return number.startsWith(place) && !/^\d/.test(number.slice(place.length));
  });
}

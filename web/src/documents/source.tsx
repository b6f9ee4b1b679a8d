import { type ReactNode } from 'react';
import { useWords } from '../i18n/words';
import { type DocumentItem } from './items';
import { type Piece } from './places';
import css from './report.module.css';
import { documentWords } from './words';

/** The source line by line, with a mark on each item and its code. */
export function Source({ pieces, items }: { pieces: readonly Piece[]; items: readonly DocumentItem[] }) {
  const say = useWords(documentWords);
  const codes = new Map(items.map(({ ref, code }) => [ref, code]));
  return (
    <div className={css.pane} role="region" tabIndex={0} aria-label={say.sourceText}>
      <h2>{say.sourceText}</h2>
      <ol className={css.lines}>
        {linesOf(pieces).map((line, index) => (
          <li key={index} id={`line-${index + 1}`}>
            {line.map(({ text, ref, first }, at): ReactNode =>
              ref === undefined ? (
                <span key={at}>{text}</span>
              ) : (
                <mark key={at} id={first ? `at-${ref}` : undefined}>
                  {first && <span className={css.code}>{codes.get(ref)}</span>}
                  {text}
                </mark>
              ),
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

type Part = Piece & { first: boolean };

/** The same pieces by lines; an item that goes over a line's end is marked in each. */
function linesOf(pieces: readonly Piece[]): Part[][] {
  const lines: Part[][] = [[]];
  for (const { text, ref } of pieces) {
    text.split(/\r?\n/).forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)!.push({ text: part, ref, first: index === 0 });
    });
  }
  return lines;
}

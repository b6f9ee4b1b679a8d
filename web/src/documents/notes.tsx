import { useWords } from '../i18n/words';
import { Section } from '../ui/page';
import { type CompetencyDocument } from './document';
import css from './document.module.css';
import { documentWords } from './words';

type Body = CompetencyDocument['body'];

/** Notes that items refer to, and what stands below the tables. */
export function Notes({ body: { notes, supplementary } }: { body: Body }) {
  const say = useWords(documentWords);
  return (
    <>
      {notes.length > 0 && (
        <Section id="notes" title={say.notes}>
          <ol className={css.notes}>
            {notes.map(({ number, text, bullets }) => (
              <li key={number} id={`note-${number}`} value={number}>
                {text}
                <Bullets bullets={bullets} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      {supplementary.length > 0 && (
        <Section id="supplementary" title={say.supplementary}>
          <Bullets bullets={supplementary} />
        </Section>
      )}
    </>
  );
}

function Bullets({ bullets }: { bullets: Body['supplementary'] }) {
  if (bullets.length === 0) return null;
  return (
    <ul className={css.bullets}>
      {bullets.map(({ text, children }, index) => (
        <li key={index}>
          {text}
          <Bullets bullets={children} />
        </li>
      ))}
    </ul>
  );
}

import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Card } from '../ui/page';
import { type CompetencyDocument } from './document';
import css from './document.module.css';
import { documentWords } from './words';

/** What the head of the published document says. */
export function Facts({ document: { code, level, body, correction } }: { document: CompetencyDocument }) {
  const say = useWords(documentWords);
  const { aside, labelled } = useFormats();
  const { classification, category, jobDescription } = body;
  const path = ({ path: names, code: own }: { path: string[]; code: string }): string =>
    `${names.join(' / ')}${aside(own)}`;
  const meaning = say[`level${level}` as 'level1'];
  const rows = [
    [say.code, code],
    [say.levelName, meaning ? labelled(String(level), meaning) : String(level)],
    [say.category, category?.join(' / ') ?? (classification && path(classification.category))],
    [say.occupation, classification && path(classification.occupation)],
    [say.industry, classification && path(classification.industry)],
    [say.job, jobDescription],
    [say.correction, correction],
  ] as const;
  return (
    <Card>
      <dl className={css.facts}>
        {rows.map(
          ([term, text]) =>
            text && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}

import { useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Section } from '../ui/page';
import css from './document.module.css';
import { documentWords } from './words';

/** A guide as its route answers it; where a unit has none, that is 404. */
interface AssessmentGuide {
  methods: Record<
    string,
    {
      criteria: Record<string, string>;
      keyAspects: Record<string, string>;
      knowledge: Record<string, string>;
      why: string;
    }
  >;
}

/** Which method can show what. Without a guide there is nothing to show. */
export function Guide({ id }: { id: string }) {
  const say = useWords(documentWords);
  const guide = useApi('/api/competency-documents/{id}/guide', { params: { id } });
  if (!guide.data) return null;
  const { methods } = guide.data as unknown as AssessmentGuide;
  const refs = (weights: Record<string, string>): string => Object.keys(weights).join('、');
  return (
    <Section id="guide" title={say.guide}>
      <p>{say.guideHelp}</p>
      <div className={css.scroll} role="region" tabIndex={0} aria-label={say.guide}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say.guideMethod}</th>
              <th scope="col">{say.guideCriteria}</th>
              <th scope="col">{say.guideAspects}</th>
              <th scope="col">{say.guideKnowledge}</th>
              <th scope="col">{say.why}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(methods).map(([ref, method]) => (
              <tr key={ref}>
                <th scope="row">{ref}</th>
                <td>{refs(method.criteria)}</td>
                <td>{refs(method.keyAspects)}</td>
                <td>{refs(method.knowledge)}</td>
                <td className={css.wide}>{method.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

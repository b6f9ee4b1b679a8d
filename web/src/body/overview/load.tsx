import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { useAll } from '../../api/use-all';
import { Bars } from './bars';
import { overviewWords } from './words';

/** What everybody who assesses has decided so far. */
export function Load() {
  const say = useWords(overviewWords);
  const { number } = useFormats();
  const register = useAll('/api/training-bodies/{bodyId}/assessor-register', { params: { bodyId: useBodyId() } });
  return (
    <Loaded of={register}>
      {(people) =>
        people.length > 0 && (
          <Section title={say.load}>
            <p>{say.loadHelp}</p>
            <Bars
              label={say.load}
              head={[say.assessor, say.verdicts]}
              bars={people
                .map(({ name, verdicts, verifications }) => ({
                  name: verifications > 0 ? `${name}（${say.verifications} ${number(verifications)}）` : name,
                  value: verdicts,
                }))
                .sort((a, b) => b.value - a.value)}
            />
          </Section>
        )
      }
    </Loaded>
  );
}

import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { ButtonLink } from '../../ui/button';
import { Section } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { bodyWords } from '../words';
import { Appeals } from './appeals';
import { Findings } from './findings';
import { MySamples } from './my-samples';
import { Plans } from './plans';
import { verificationWords } from './words';

/** Quality assurance of a body: appeals that wait, what verifiers found, and what they are to look at. */
export function Verification() {
  const say = useWords(verificationWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const runs = useHasRole(['administrator', 'officer'], bodyId);
  const verifies = useHasRole(['verifier'], bodyId);
  return (
    <BodyPage title={common.verification}>
      {verifies && <MySamples />}
      {runs && <Appeals />}
      {runs && <Findings />}
      {(runs || verifies) && (
        <>
          <Plans makes={runs} />
          <Section title={say.agreement}>
            <p>{say.agreementHelp}</p>
            <div>
              <ButtonLink to={`/bodies/${bodyId}/verification/agreement`}>{say.agreementLink}</ButtonLink>
            </div>
          </Section>
          <Section title={say.register}>
            <p>{say.registerHelp}</p>
            <div>
              <ButtonLink to={`/bodies/${bodyId}/people/register`}>{say.registerLink}</ButtonLink>
            </div>
          </Section>
        </>
      )}
    </BodyPage>
  );
}

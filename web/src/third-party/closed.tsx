import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page, Section } from '../ui/page';
import { type ThirdPartyForm } from './draft';
import css from './third-party.module.css';
import { thirdPartyWords } from './words';

/** A form that nothing can be written into any more, and why. */
export function Closed({ form }: { form: ThirdPartyForm }) {
  const say = useWords(thirdPartyWords);
  const formats = useFormats();
  if (form.closed === 'submitted') {
    return (
      <Page title={say.submittedTitle} narrow>
        <Notice tone="met" title={form.submittedAt && say.submittedOn(formats.instant(form.submittedAt))}>
          <p>{say.submittedHelp}</p>
        </Notice>
        <Written form={form} />
        <div>
          <Button onClick={() => window.print()}>{say.print}</Button>
        </div>
      </Page>
    );
  }
  const isDecided = form.closed === 'assessment_decided';
  return (
    <Page title={isDecided ? say.decidedTitle : say.withdrawnTitle} narrow>
      <p>{isDecided ? say.decidedHelp : say.withdrawnHelp}</p>
    </Page>
  );
}

function Written({ form: { report, targets, statement } }: { form: ThirdPartyForm }) {
  const say = useWords(thirdPartyWords);
  const formats = useFormats();
  const day = (date: string | null): string => (date ? formats.date(date) : '');
  const rows = [
    [say.name, report.name],
    [say.post, report.post],
    [say.relation, report.relation],
    [say.contact, report.contact],
    [say.period, `${day(report.periodFrom)} – ${day(report.periodTo)}`],
  ] as const;
  return (
    <Section title={say.written}>
      <dl className={css.facts}>
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text || say.nothing}</dd>
          </div>
        ))}
        {targets.map(({ ref, code, text }) => {
          const answer = report.answers.find((one) => one.ref === ref);
          return (
            <div key={ref}>
              <dt>
                {code} {text}
              </dt>
              <dd>
                {answer ? say[answer.seen] : say.nothing}
                {answer?.comment && <p>{answer.comment}</p>}
              </dd>
            </div>
          );
        })}
        {report.general && (
          <div>
            <dt>{say.generalLabel}</dt>
            <dd>{report.general}</dd>
          </div>
        )}
      </dl>
      <p>{statement}</p>
    </Section>
  );
}

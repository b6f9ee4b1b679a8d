import { useState } from 'react';
import { call, Problem } from '../api/client';
import { SaveState } from '../drafts/save-state';
import { useDraft } from '../drafts/use-draft';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Checkbox, Form, TextArea } from '../ui/form';
import { Help } from '../ui/help';
import { Page, Section } from '../ui/page';
import { Author } from './author';
import { putReport, type Report, type ThirdPartyForm } from './draft';
import { bearing } from './secret';
import { TargetQuestion } from './target-question';
import css from './third-party.module.css';
import { thirdPartyWords } from './words';

/** What a third party is asked, kept as they write, and signed at the end. */
export function ReportForm({
  secret,
  form,
  onReload,
  onSent,
}: {
  secret: string;
  form: ThirdPartyForm;
  onReload: () => void;
  onSent: (form: ThirdPartyForm) => void;
}) {
  const say = useWords(thirdPartyWords);
  const formats = useFormats();
  const [report, setReport] = useState(form.report);
  const { draft, saving } = useDraft({ state: 'saved', at: form.updatedAt }, form.report, form, (content, kept) =>
    putReport(secret, content, kept),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Report>): void => {
    const next = { ...report, ...part };
    setReport(next);
    draft.change(next);
  };
  const answer = (ref: string, given: Report['answers'][number]): void =>
    change({ answers: [...report.answers.filter((one) => one.ref !== ref), given] });
  const submit = async (accepted: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { contentSha256 } = await draft.flush();
      const headers = bearing(secret);
      onSent(await call('post', '/api/third-party-form/submission', { headers, body: { accepted, contentSha256 } }));
      window.scrollTo(0, 0);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={say.title(form.candidate.name)} over={form.body.name} narrow>
      <div className={css.intro}>
        <p>{say.asks(form.invitedBy.name, form.body.name)}</p>
        <p>{say.about(form.candidate.name, `${form.document.code} ${form.document.name}`)}</p>
        <p>
          {say.howLong}
          <strong>{say.until(formats.day(form.expiresAt))}</strong>
        </p>
        {form.message && (
          <figure>
            <figcaption>{say.message}</figcaption>
            <blockquote className={css.message}>{form.message}</blockquote>
          </figure>
        )}
        <Help title={say.privacy}>{form.privacy}</Help>
      </div>
      <Form problem={problem} onSend={(data) => void (busy || submit(data.has('accepted')))}>
        <Author report={report} onChange={change} />
        <Section title={say.what}>
          <p>{say.whatHelp}</p>
          <fieldset className={css.questions} data-field="answers" tabIndex={-1}>
            <legend className="unseen">{say.what}</legend>
            {form.targets.map((target) => (
              <TargetQuestion
                key={target.ref}
                target={target}
                answer={report.answers.find(({ ref }) => ref === target.ref)}
                onAnswer={(given) => answer(target.ref, given)}
              />
            ))}
          </fieldset>
        </Section>
        <Section title={say.general}>
          <TextArea
            name="general"
            label={say.generalLabel}
            optional
            maxLength={10_000}
            value={report.general}
            onChange={(event) => change({ general: event.currentTarget.value })}
          />
        </Section>
        <Section title={say.send}>
          <p className={css.statement}>{form.statement}</p>
          <Checkbox name="accepted" label={say.accept} />
          <p>{say.sendHelp}</p>
          <Actions>
            <Button type="submit" kind="primary" busy={busy}>
              {say.submit}
            </Button>
          </Actions>
        </Section>
        <SaveState saving={saving} onReload={onReload}>
          <span>{say.progress(report.answers.length, form.targets.length)}</span>
        </SaveState>
      </Form>
    </Page>
  );
}

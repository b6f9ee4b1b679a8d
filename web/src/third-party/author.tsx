import { useWords } from '../i18n/words';
import { TextField } from '../ui/form';
import { Section } from '../ui/page';
import { type Report } from './draft';
import css from './third-party.module.css';
import { thirdPartyWords } from './words';

/** Who reports, what they are to the candidate, and when they saw them work. */
export function Author({ report, onChange }: { report: Report; onChange: (part: Partial<Report>) => void }) {
  const say = useWords(thirdPartyWords);
  const text = (name: 'name' | 'post' | 'relation' | 'contact', maxLength = 200) => ({
    name,
    label: say[name],
    maxLength,
    value: report[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => onChange({ [name]: event.currentTarget.value }),
  });
  const date = (name: 'periodFrom' | 'periodTo') => ({
    name,
    label: say[name],
    type: 'date',
    value: report[name] ?? '',
    onChange: (event: { currentTarget: HTMLInputElement }) => onChange({ [name]: event.currentTarget.value || null }),
  });
  return (
    <>
      <Section title={say.who}>
        <TextField {...text('name')} autoComplete="name" />
        <TextField {...text('post')} hint={say.postHint} autoComplete="organization-title" />
        <TextField {...text('relation')} hint={say.relationHint} />
        <TextField {...text('contact', 300)} hint={say.contactHint} />
      </Section>
      <Section title={say.when}>
        <p>{say.whenHint}</p>
        <div className={css.period}>
          <TextField {...date('periodFrom')} />
          <TextField {...date('periodTo')} />
        </div>
      </Section>
    </>
  );
}

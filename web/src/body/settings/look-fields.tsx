import { useWords } from '../../i18n/words';
import { Checkbox, TextField } from '../../ui/form';
import { labelNames } from './look-change';
import css from './settings.module.css';
import { type Template } from './templates';
import { settingsWords } from './words';

/** What may be said of a document's look, as it is now. */
export function LookFields({ now }: { now: Template }) {
  const say = useWords(settingsWords);
  return (
    <>
      <fieldset className={css.group}>
        <legend>{say.look}</legend>
        <TextField name="accent" label={say.accent} hint={say.accentHint} defaultValue={now.accent ?? ''} optional />
        <div>
          <TextField
            name="logo"
            label={say.logo}
            hint={now.logo ? `${say.hasLogo}${say.logoHint}` : say.logoHint}
            type="file"
            accept="image/png,image/jpeg"
            optional
          />
          {now.logo && <Checkbox name="removeLogo" label={say.removeLogo} />}
        </div>
      </fieldset>
      <fieldset className={css.group}>
        <legend>{say.texts}</legend>
        <p className={css.help}>{say.bothHint}</p>
        <Both name="title" now={now} zh={say.titleZh} en={say.titleEn} />
        <Both name="statement" now={now} zh={say.statementZh} en={say.statementEn} />
        <Both name="footer" now={now} zh={say.footerZh} en={say.footerEn} />
      </fieldset>
      {now.kind === 'certificate' ? (
        <fieldset className={css.group}>
          <legend>{say.representatives}</legend>
          <TextField
            name="representative.name"
            label={say.representative}
            defaultValue={now.representative?.name}
            optional
            autoComplete="off"
          />
          <TextField name="representative.post" label={say.post} defaultValue={now.representative?.post} optional />
        </fieldset>
      ) : null}
      <fieldset className={css.group} aria-describedby="label-help">
        <legend>{say.words}</legend>
        <p id="label-help" className={css.help}>
          {say.wordsHelp}
        </p>
        {labelNames.map((name) => (
          <TextField
            key={name}
            name={`labels.${name}`}
            label={say[name]}
            defaultValue={now.labels[name]}
            maxLength={20}
            optional
          />
        ))}
      </fieldset>
    </>
  );
}

/** One of a document's texts, in both of its languages. */
function Both({
  name,
  now,
  zh,
  en,
}: {
  name: 'title' | 'statement' | 'footer';
  now: Template;
  zh: string;
  en: string;
}) {
  return (
    <>
      <TextField name={`${name}.zh-TW`} label={zh} defaultValue={now[name]?.['zh-TW']} optional />
      <TextField name={`${name}.en`} label={en} defaultValue={now[name]?.en} lang="en" optional />
    </>
  );
}

import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Checkbox, TextField } from '../../ui/form';
import { type EditedMethod, nextOwnKey } from './edited';
import { focusAround } from './focus-around';
import { useGuideForms } from './guide-forms';
import { NeedsFields } from './needs-fields';
import css from './plan.module.css';
import { planWords } from './words';

/** The document's methods, used or not, and those of the plan's own. */
export function MethodFields({
  methods,
  onChange,
}: {
  methods: EditedMethod[];
  onChange: (methods: EditedMethod[]) => void;
}) {
  const say = useWords(planWords);
  const own = { name: '', source: 'own', reason: '', needsAllOf: [], used: true, whyNot: '' } as const;
  return (
    <fieldset className={css.context} data-field="methods" tabIndex={-1}>
      <legend>{say.useMethods}</legend>
      {methods.map((method, index) => {
        // The server counts those that are sent.
        const sent = methods.slice(0, index).filter(({ used }) => used).length;
        const change = (changes: Partial<EditedMethod>): void =>
          onChange(methods.with(index, { ...method, ...changes }));
        const name = method.used ? `methods.${sent}` : `unused.${method.key}`;
        return method.source === 'own' ? (
          <OwnMethod
            key={method.key}
            name={name}
            method={method}
            onChange={change}
            onRemove={() => onChange(methods.filter((_, other) => other !== index))}
          />
        ) : (
          <DocumentMethod key={method.key} name={name} method={method} onChange={change} />
        );
      })}
      <div>
        <Button onClick={() => onChange([...methods, { ...own, needsAllOf: [], key: nextOwnKey(methods) }])}>
          {say.addMethod}
        </Button>
      </div>
    </fieldset>
  );
}

interface Fields {
  name: string;
  method: EditedMethod;
  onChange: (changes: Partial<EditedMethod>) => void;
}

function DocumentMethod({ name, method, onChange }: Fields) {
  const say = useWords(planWords);
  const { choiceOf } = useGuideForms();
  const { used, reason, needsAllOf, whyNot } = method;
  return (
    <div className={css.method}>
      <Checkbox
        name={`${name}.used`}
        label={method.name}
        checked={used}
        onChange={({ target }) => onChange({ used: target.checked })}
      />
      {used && (
        <details>
          <summary>
            {needsAllOf.length > 0 ? say.needsAre(needsAllOf.map(choiceOf).join('、')) : say.anyEvidence}
          </summary>
          <div className={css.inside}>
            <TextField
              name={`${name}.reason`}
              label={say.methodReason}
              value={reason ?? ''}
              onChange={({ target }) => onChange({ reason: target.value })}
              optional
            />
            <NeedsFields
              name={name}
              needs={needsAllOf}
              onChange={(needs) => onChange({ needsAllOf: needs, source: 'document' })}
            />
          </div>
        </details>
      )}
      {!used && (
        <TextField
          name={`${name}.whyNot`}
          label={say.whyNot}
          hint={say.whyNotHelp}
          value={whyNot}
          onChange={({ target }) => onChange({ whyNot: target.value })}
          optional
        />
      )}
    </div>
  );
}

function OwnMethod({ name, method, onChange, onRemove }: Fields & { onRemove: () => void }) {
  const say = useWords(planWords);
  return (
    <div className={css.part}>
      <TextField
        name={`${name}.name`}
        label={say.ownName}
        value={method.name}
        autoFocus={method.name === ''}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <TextField
        name={`${name}.reason`}
        label={say.ownReason}
        value={method.reason ?? ''}
        onChange={({ target }) => onChange({ reason: target.value })}
      />
      <NeedsFields name={name} needs={method.needsAllOf} onChange={(needsAllOf) => onChange({ needsAllOf })} />
      <div>
        <Button
          small
          aria-label={say.removeMethod(method.name)}
          onClick={(event) => {
            focusAround(event);
            onRemove();
          }}
        >
          {say.remove}
        </Button>
      </div>
    </div>
  );
}

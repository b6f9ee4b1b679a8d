import {
  createContext,
  type FormEvent,
  type InputHTMLAttributes,
  type KeyboardEventHandler,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type FieldProblem, Problem } from '../api/client';
import { useWords } from '../i18n/words';
import { classes } from './classes';
import css from './form.module.css';
import { ProblemNotice } from './notice';
import { uiWords } from './words';

const Problems = createContext<readonly FieldProblem[]>([]);

/** The server's word on a field, or on one inside it (`holder.birthDate` for `holder`). */
function useFieldProblem(name: string): string | undefined {
  return useContext(Problems).find((one) => isAbout(name, one))?.detail;
}

/** Tells the fields inside what was refused of them, where one form sends several things. */
export function FieldProblems({ of, children }: { of: readonly FieldProblem[]; children: ReactNode }) {
  return <Problems.Provider value={of}>{children}</Problems.Provider>;
}

/**
 * A form that sends what is in it. What the server refuses is summed up above it, with links to the fields, and the input
 * stays. Its fields are named as the API names them; the button that sends it may have a name and a value too.
 */
export function Form({
  problem,
  onSend,
  onKeyDown,
  children,
  className,
}: {
  problem?: Problem | null;
  onSend: (data: FormData, form: HTMLFormElement) => void;
  onKeyDown?: KeyboardEventHandler<HTMLFormElement>;
  children: ReactNode;
  className?: string;
}) {
  const summary = useRef<HTMLDivElement>(null);
  const [left, mend] = useLeft(problem);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    onSend(new FormData(event.currentTarget, submitter), event.currentTarget);
  };
  return (
    <Problems.Provider value={left?.errors ?? []}>
      <form
        className={classes(css.form, className)}
        onSubmit={send}
        onKeyDown={onKeyDown}
        onInput={({ target }) => mend((target as HTMLInputElement).name)}
        noValidate
      >
        {left && (
          <div ref={summary} tabIndex={-1}>
            <ProblemNotice problem={left} />
          </div>
        )}
        {children}
      </form>
    </Problems.Provider>
  );
}

const isAbout = (name: string, { field }: FieldProblem): boolean => field === name || field.startsWith(`${name}.`);

/** What is left of a problem once the fields were changed that it is about, and a way to say that one was. */
function useLeft(problem: Problem | null | undefined): [Problem | null, (name: string) => void] {
  const [mended, setMended] = useState<{ of: typeof problem; names: readonly string[] }>({ of: problem, names: [] });
  const names = mended.of === problem ? mended.names : [];
  const left = useMemo(() => {
    if (!problem || names.length === 0) return problem ?? null;
    const { status, code, message, details } = problem;
    const errors = problem.errors.filter((one) => !names.some((name) => isAbout(name, one)));
    return errors.length > 0 ? new Problem(status, code, message, errors, details) : null;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the names are those of this problem
  }, [problem, names.length]);
  const mend = (name: string): void => {
    if (left?.errors.some((one) => isAbout(name, one))) setMended({ of: problem, names: [...names, name] });
  };
  return [left, mend];
}

interface Labelled {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Says beside the label that it may be left empty. */
  optional?: boolean;
}

function useField({ name, hint }: Pick<Labelled, 'name' | 'hint'>) {
  const id = useId();
  const problem = useFieldProblem(name);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return {
    id,
    problem,
    input: {
      id,
      name,
      'data-field': name,
      'aria-invalid': problem ? (true as const) : undefined,
      'aria-describedby': described || undefined,
    },
  };
}

/** What helps to fill in the field of this id. */
function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={`${id}-hint`} className={css.hint}>
      {children}
    </div>
  ) : null;
}

/** What is wrong with the field of this id. */
function Fault({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={`${id}-problem`} className={css.problem}>
      {children}
    </div>
  ) : null;
}

function Frame({
  id,
  label,
  hint,
  optional,
  problem,
  children,
}: Omit<Labelled, 'name'> & { id: string; problem?: string; children: ReactNode }) {
  const say = useWords(uiWords);
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
        {optional && <span className={css.hint}>{say.optional}</span>}
      </label>
      <Hint id={id}>{hint}</Hint>
      {children}
      <Fault id={id}>{problem}</Fault>
    </div>
  );
}

export function TextField({
  label,
  hint,
  optional,
  name,
  className,
  beside,
  ...rest
}: Labelled & { beside?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  const { id, problem, input } = useField({ name, hint });
  return (
    <Frame {...{ id, label, hint, optional, problem }}>
      <div className={css.line}>
        <input className={classes(css.input, className)} {...rest} {...input} />
        {beside}
      </div>
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  optional,
  name,
  ...rest
}: Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  const { id, problem, input } = useField({ name, hint });
  return (
    <Frame {...{ id, label, hint, optional, problem }}>
      <textarea className={css.input} rows={4} {...rest} {...input} />
    </Frame>
  );
}

export function Select({
  label,
  hint,
  optional,
  name,
  children,
  ...rest
}: Labelled & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'>) {
  const { id, problem, input } = useField({ name, hint });
  return (
    <Frame {...{ id, label, hint, optional, problem }}>
      <select className={css.input} {...rest} {...input}>
        {children}
      </select>
    </Frame>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Chosen at first, where the form does not keep the `value` itself. */
  checked?: boolean;
}

/** One of several, each in reach of a thumb; or any number of them with `many`. */
export function Choices({
  label,
  hint,
  optional,
  name,
  choices,
  many = false,
  value,
  onChoose,
}: Omit<Labelled, 'label'> & {
  label: ReactNode;
  choices: readonly Choice[];
  many?: boolean;
  value?: string | readonly string[];
  onChoose?: (value: string, checked: boolean) => void;
}) {
  const say = useWords(uiWords);
  const { id, problem, input } = useField({ name, hint });
  const isChosen = (one: string): boolean | undefined =>
    value === undefined ? undefined : typeof value === 'string' ? value === one : value.includes(one);
  return (
    <fieldset
      className={css.choices}
      aria-describedby={input['aria-describedby']}
      id={id}
      data-field={name}
      tabIndex={-1}
    >
      <legend className={css.label}>
        {label}
        {optional && <span className={css.hint}>{say.optional}</span>}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <Fault id={id}>{problem}</Fault>
      {choices.map((choice) => (
        <label key={choice.value} className={css.choice}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={choice.value}
            {...(value === undefined
              ? { defaultChecked: choice.checked }
              : { checked: isChosen(choice.value) ?? false })}
            onChange={(event) => onChoose?.(choice.value, event.currentTarget.checked)}
          />
          <span>
            {choice.label}
            {choice.hint && <span className={classes(css.hint)}> {choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One box to tick. */
export function Checkbox({
  label,
  hint,
  name,
  ...rest
}: Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  const { id, problem, input } = useField({ name, hint });
  return (
    <div className={css.field}>
      <label className={css.choice} htmlFor={id}>
        <input type="checkbox" {...rest} {...input} />
        <span>{label}</span>
      </label>
      <Hint id={id}>{hint}</Hint>
      <Fault id={id}>{problem}</Fault>
    </div>
  );
}

/** The buttons below a form. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}

/** A text of a form without what stands around it; undefined if there is none. */
export function textIn(data: FormData, name: string): string | undefined {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A password as it was typed, spaces and all. */
export function secretIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

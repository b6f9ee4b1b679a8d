import { useWords } from '../../i18n/words';
import { Copy } from '../../ui/copy';
import { Notice } from '../../ui/notice';
import { Row } from '../table';
import css from './people.module.css';
import { peopleWords } from './words';

/** A password that is shown this once, to be copied and handed over. */
export function OneTimePassword({ title, password }: { title: string; password: string }) {
  const say = useWords(peopleWords);
  return (
    <Notice tone="met" title={title}>
      <p>{say.oneTime}</p>
      <Row>
        <code className={css.password}>{password}</code>
        <Copy text={password} />
      </Row>
      <p>{say.oneTimeHelp}</p>
    </Notice>
  );
}

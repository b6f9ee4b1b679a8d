import { Link } from 'wouter';
import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Notice } from '../../ui/notice';
import { recordsOf } from './paths';
import { type Around } from './types';
import { recordWords } from './words';

/** That a record is one of several of the same occasion, and what that means for it. */
export function SittingNotice({ around: { assessment }, id }: { around: Around; id: string }) {
  const say = useWords(recordWords);
  const { instant } = useFormats();
  const { data } = useApi('/api/sittings/{id}', { params: { id } });
  return (
    <Notice title={say.partOfSitting}>
      <p>{say.partOfSittingHelp}</p>
      {data && (
        <p>
          <Link to={recordsOf(assessment.id, `sittings/${id}`)}>
            {data.place}・{instant(data.startedAt)}
          </Link>
        </p>
      )}
    </Notice>
  );
}

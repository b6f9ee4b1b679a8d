import { type Item } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { bodyWords } from '../words';
import { verificationWords } from './words';

type Plan = Pick<Item<'/api/training-bodies/{bodyId}/sampling-plans'>, 'documentBaseCode' | 'periodFrom' | 'periodTo'>;

/** What a sampling plan is called: what it samples, and of when. */
export function usePlanName(): (plan: Plan) => string {
  const say = useWords(verificationWords);
  const { allUnits } = useWords(bodyWords);
  const { date } = useFormats();
  return ({ documentBaseCode, periodFrom, periodTo }) =>
    say.planOf(documentBaseCode ?? allUnits, date(periodFrom), date(periodTo));
}

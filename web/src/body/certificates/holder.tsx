import { useWords } from '../../i18n/words';
import { textIn, TextField } from '../../ui/form';
import { certificatesWords } from './words';

/** What a certificate may say of its holder besides the name. */
export function HolderFields() {
  const say = useWords(certificatesWords);
  return (
    <>
      <TextField name="birthDate" label={say.birthDate} hint={say.birthDateHint} type="date" optional />
      <TextField
        name="maskedId"
        label={say.maskedId}
        hint={say.maskedIdHint}
        autoComplete="off"
        autoCapitalize="characters"
        optional
      />
    </>
  );
}

/** What was written there; what was left empty is not asked for. */
export function holderIn(data: FormData): { birthDate?: string; maskedId?: string } {
  const birthDate = textIn(data, 'birthDate');
  const maskedId = textIn(data, 'maskedId')?.toUpperCase();
  return { ...(birthDate && { birthDate }), ...(maskedId && { maskedId }) };
}

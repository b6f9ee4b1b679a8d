import { addressOf } from '../api/client';
import { useWords } from '../i18n/words';
import { DownloadLink } from '../ui/button';
import { accountWords } from './words';

/** Everything that is kept about me, as a file. */
export function Export() {
  const say = useWords(accountWords);
  return (
    <>
      <h3>{say.exportTitle}</h3>
      <p>{say.exportHelp}</p>
      <div>
        <DownloadLink download href={addressOf('/api/me/export', {})}>
          {say.export}
        </DownloadLink>
      </div>
    </>
  );
}

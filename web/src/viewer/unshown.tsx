import { useWords } from '../i18n/words';
import { type EvidenceFile } from './place';
import css from './viewer.module.css';
import { viewerWords } from './words';

/** What is said of a file that this browser cannot show. */
export function Unshown({ file: { mediaType } }: { file: Pick<EvidenceFile, 'mediaType'> }) {
  const say = useWords(viewerWords);
  const isPlayed = /^(audio|video)\//.test(mediaType);
  const isHeic = mediaType === 'image/heic' || mediaType === 'image/heif';
  return <p className={css.unshown}>{isHeic ? say.heic : isPlayed ? say.cannotPlay : say.cannotShow}</p>;
}

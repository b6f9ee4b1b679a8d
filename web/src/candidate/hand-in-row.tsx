import { memo, type RefObject } from 'react';
import { isOnItsWay, type Upload, type useUploads } from '../uploads/use-uploads';
import { UploadFields } from './upload-fields';
import { UploadRow } from './upload-row';

export interface HandInActs extends Pick<ReturnType<typeof useUploads>, 'say' | 'drop' | 'stop'> {
  start: (chosen: readonly Upload[]) => Promise<void>;
}

/** One of what is handed in. Drawn anew only when it changes itself: of hundreds, one at a time is on its way. */
export const HandInRow = memo(function HandInRow({ upload, acts }: { upload: Upload; acts: RefObject<HandInActs> }) {
  const { id } = upload;
  return (
    <UploadRow
      upload={upload}
      onDrop={(file) => acts.current.drop(id, file)}
      onStop={() => acts.current.stop(id)}
      onRetry={() => void acts.current.start([upload])}
    >
      <UploadFields upload={upload} readOnly={isOnItsWay(upload)} onSay={(said) => acts.current.say(id, said)} />
    </UploadRow>
  );
});

import { useEffect, useRef } from 'react';
import css from './bench.module.css';
import { type Shown } from './file-view';

/** Sound or film, taken to the marked time. */
export function Recording({ address, file, place, look }: Shown) {
  const player = useRef<HTMLMediaElement>(null);
  const from = place?.from;
  useEffect(() => {
    const media = player.current;
    if (!media || from === undefined) return undefined;
    const seek = (): void => void (media.currentTime = from);
    if (media.readyState > 0) seek();
    else media.addEventListener('loadedmetadata', seek, { once: true });
    return () => media.removeEventListener('loadedmetadata', seek);
  }, [from, place]);
  const common = {
    src: address,
    controls: true,
    preload: 'metadata',
    'aria-label': file.name,
    onTimeUpdate: (event: { currentTarget: HTMLMediaElement }) => {
      look.at({ fileId: file.id, from: Math.floor(event.currentTarget.currentTime) });
    },
  } as const;
  return file.mediaType.startsWith('video/') ? (
    <video ref={player as React.RefObject<HTMLVideoElement>} className={css.picture} playsInline {...common} />
  ) : (
    <audio ref={player} className={css.sound} {...common} />
  );
}

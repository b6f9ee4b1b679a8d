import { lazy, type RefObject, Suspense, useEffect, useMemo } from 'react';
import { useWords } from '../../i18n/words';
import { Button, DownloadLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Empty } from '../../ui/page';
import { uiWords } from '../../ui/words';
import css from './verdict.module.css';
import { verdictWords } from './words';

const PdfView = lazy(() => import('../../viewer/pdf-view').then(({ PdfView: view }) => ({ default: view })));

/** The verdict as it would be printed, beside its words; from here it is signed. */
export function VerdictPreview({
  pdf,
  isOld,
  onSign,
  onWhy,
  heading,
}: {
  pdf: ArrayBuffer | undefined;
  /** The words were changed since. */
  isOld: boolean;
  /** Undefined while something stands in the way. */
  onSign: (() => void) | undefined;
  /** Leads to what stands in the way. */
  onWhy: () => void;
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const say = useWords(verdictWords);
  const ui = useWords(uiWords);
  const address = useAddress(pdf);
  return (
    <section className={css.preview} aria-labelledby="preview-title">
      <h2 id="preview-title" ref={heading} tabIndex={-1}>
        {say.preview}
      </h2>
      {!pdf && <Empty>{say.previewNone}</Empty>}
      <div role="status">
        {pdf && isOld && <Notice tone="wait" title={say.previewOld} />}
        {pdf && !isOld && (
          <Notice title={say.previewOf}>
            {onSign ? (
              say.previewReady
            ) : (
              <>
                {say.previewBlocked}
                <div>
                  <Button small onClick={onWhy}>
                    {say.previewWhy}
                  </Button>
                </div>
              </>
            )}
          </Notice>
        )}
      </div>
      {pdf && address && (
        <>
          <div className={css.row}>
            {onSign && !isOld && (
              <Button kind="primary" onClick={onSign}>
                {say.sign}
              </Button>
            )}
            <DownloadLink href={address} download={say.previewFile}>
              {say.download}
            </DownloadLink>
          </div>
          <Suspense fallback={<p role="status">{ui.loading}</p>}>
            <PdfView key={address} address={pdf} file={{ id: 'preview', name: say.preview }} />
          </Suspense>
        </>
      )}
    </section>
  );
}

/** An address inside the page for what was received, as long as it is shown. */
function useAddress(pdf: ArrayBuffer | undefined): string | undefined {
  const address = useMemo(() => pdf && URL.createObjectURL(new Blob([pdf], { type: 'application/pdf' })), [pdf]);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return address;
}

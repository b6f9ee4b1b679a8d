import { type Log } from './report.js';
import { type ListedVersion } from './versions.js';

/** Versions are listed once, one of them is the latest, and every other is superseded until that one is reached. */
export function checkVersions(versions: readonly ListedVersion[], log: Log): void {
  const byCode = new Map<string, ListedVersion>();
  for (const version of versions) {
    const key = withVersion(version.code);
    if (byCode.has(key)) log.fault('version_duplicated', version, version.code, { code: version.code });
    byCode.set(key, version);
  }
  const latest = versions.filter(({ status }) => status === 'current');
  if (latest.length === 0) log.fault('latest_version_missing', versions[0] ?? { line: 1 }, '');
  for (const extra of latest.slice(1)) log.fault('latest_version_repeated', extra, extra.code, { code: extra.code });

  const next = ({ superseded_by: code }: ListedVersion) => (code === null ? undefined : byCode.get(withVersion(code)));
  for (const version of versions) {
    const { code, superseded_by: successor } = version;
    if (version.status === 'current') {
      if (successor !== null) log.fault('latest_version_superseded', version, code, { code, successor });
    } else if (successor === null) log.fault('supersession_missing', version, code, { code });
    else if (!next(version)) log.fault('supersession_unknown', version, successor, { code, successor });
  }
  for (const version of goingRound(versions, next)) {
    log.fault('supersession_broken', version, version.code, { code: version.code });
  }
}

// Every version is walked once, so a long chain costs no more than its length.
function goingRound(
  versions: readonly ListedVersion[],
  next: (version: ListedVersion) => ListedVersion | undefined,
): ListedVersion[] {
  const walked = new Set<ListedVersion>();
  return versions.filter((start) => {
    const path = new Set<ListedVersion>();
    let step: ListedVersion | undefined = start;
    while (step && step.status !== 'current' && !walked.has(step)) {
      walked.add(step);
      path.add(step);
      step = next(step);
    }
    return step !== undefined && path.has(step);
  });
}

function withVersion(code: string): string {
  return /v\d+$/.test(code) ? code : `${code}v1`;
}

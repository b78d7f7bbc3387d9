import * as v from 'valibot';
import { timelineEntry } from '../../../../miniprogram/contract/parts';

/** What happened to a transfer, as it is stored: entry by entry, so that one of a later release hides no other. */
export const storedTimeline = v.array(v.unknown());

type TimelineEntry = v.InferOutput<typeof timelineEntry>;

/** One entry; undefined where this release cannot read it. */
export const readEntry = (entry: unknown): TimelineEntry | undefined => {
  const parsed = v.safeParse(timelineEntry, entry);
  return parsed.success ? parsed.output : undefined;
};

/** The entries this release can read, oldest first. */
export const timelineOf = ({
  timeline,
}: {
  readonly timeline: v.InferOutput<typeof storedTimeline>;
}): TimelineEntry[] => timeline.flatMap((entry) => readEntry(entry) ?? []);

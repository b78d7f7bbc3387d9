/** How large a file may be that somebody sends: the phone says so before it is sent, and the cloud holds to it. */

/** One screenshot. */
export const PICTURE_MEGABYTES = 20;

/** A roster, or a list for 对账. */
export const ROSTER_FILE_MEGABYTES = 5;

export const MEGABYTE = 1024 * 1024;

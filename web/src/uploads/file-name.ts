/** How cameras, phones and messengers name files: a word of theirs at most, with a number or a time. */
const given =
  /^(img|dscn?|pxl|vid|mvi|mov|pic|p|gopr|dji|wp|image|photo|video|camera|capture|scan|screen ?shot|fb_img|received|line_album|line|signal|record(ing)?|audio|照片|相片|圖片|影像|影片|螢幕截圖|螢幕擷取畫面|掃描|錄音)?[\s\d_.()~@:+-]*(at|am|pm|上午|下午|wa|mp|hdr|edit(ed)?)?[\s\d_.()~-]*$/i;
const identifier = /^[\da-f-]{20,}$/i;

/** The name of a file without its ending, as a title. */
export const stemOf = ({ name }: File): string => name.replace(/\.[^.]+$/, '').slice(0, 300) || name;

/** Whether a device named the file, so that its name tells nobody what it is. */
export const isNamedByDevice = (file: File): boolean => given.test(stemOf(file)) || identifier.test(stemOf(file));

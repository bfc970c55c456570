import Menu, { MenuItem } from "./Menu";
import { message } from "./message";

/** What can be taken out of the page. */
export interface Sharing {
  readonly onCopyLink: () => void;
  readonly onCopyMarkdown: () => void;
  readonly onDownload: () => void;
}

/** The ways to hand the case on. */
export default function ShareMenu({ onCopyLink, onCopyMarkdown, onDownload }: Sharing) {
  return (
    <Menu label={message("share")} look="outlined" align="end">
      <MenuItem onChoose={onCopyLink}>{message("share.link")}</MenuItem>
      <MenuItem onChoose={onCopyMarkdown}>{message("share.markdown")}</MenuItem>
      <MenuItem onChoose={onDownload}>{message("share.report")}</MenuItem>
    </Menu>
  );
}

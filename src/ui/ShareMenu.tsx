import Menu, { MenuItem } from "./Menu";
import { message } from "./message";
import { prepareSharing } from "./share";
import type { ShareWay } from "./sharing";

const ways: readonly ShareWay[] = ["link", "markdown", "report"];

/** The ways to hand the case on. */
export default function ShareMenu({ onShare }: { readonly onShare: (way: ShareWay) => void }) {
  return (
    <Menu
      label={message("share")}
      look="outlined"
      align="end"
      onOpen={() => void prepareSharing().catch(() => undefined)}
    >
      {ways.map((way) => (
        <MenuItem key={way} onChoose={() => onShare(way)}>
          {message(`share.${way}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

import { LinkRow } from "../../components/LinkRow.tsx";
import { t } from "./words.ts";

/** The way here from Today. */
export const NearTile = () => <ul class="rows"><LinkRow to="/near" what={t("near-tile")} detail={t("near-tile-words")} /></ul>;

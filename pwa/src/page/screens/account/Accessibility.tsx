import { ServicePage } from "./ServicePage.tsx";

export default function Accessibility() {
  return <ServicePage name="accessibility" />;
}

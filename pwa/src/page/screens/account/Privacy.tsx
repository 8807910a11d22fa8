import { ServicePage } from "./ServicePage.tsx";

export default function Privacy() {
  return <ServicePage name="privacy" />;
}

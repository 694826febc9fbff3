import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

// The names are those that `page:home` lays out in app-config.yaml.
const welcomeWidget = HomePageWidgetBlueprint.make({
  name: 'welcome',
  params: {
    name: 'Welcome',
    title: 'Welcome aboard',
    description: 'Where to begin in this portal',
    components: () =>
      import('./Welcome').then(({ Welcome }) => ({ Content: Welcome })),
  },
});

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [welcomeWidget],
});

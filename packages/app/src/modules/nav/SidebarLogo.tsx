import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Logo } from './Logo';

const useStyles = makeStyles({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    height: 3 * sidebarConfig.logoHeight,
    marginLeft: 22,
    marginBottom: -14,
    color: '#fff',
    fontSize: 18,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
});

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const organisation =
    useApi(configApiRef).getOptionalString('organization.name');

  return (
    <Link to="/" underline="none" className={classes.link} aria-label="Home">
      <Logo />
      {isOpen && organisation}
    </Link>
  );
};

type AuthenticatorApp = { name: string; appStore: string; googlePlay: string }

const onAppStore = (id: string) => `https://apps.apple.com/app/id${id}`
const onGooglePlay = (id: string) => `https://play.google.com/store/apps/details?id=${id}`

/** The apps we name; each of them runs on Android, iPhone and iPad. */
export const authenticatorApps: readonly AuthenticatorApp[] = [
  {
    name: 'Google Authenticator',
    appStore: onAppStore('388497605'),
    googlePlay: onGooglePlay('com.google.android.apps.authenticator2'),
  },
  { name: 'Microsoft Authenticator', appStore: onAppStore('983156458'), googlePlay: onGooglePlay('com.azure.authenticator') },
  { name: 'LastPass Authenticator', appStore: onAppStore('1079110004'), googlePlay: onGooglePlay('com.lastpass.authenticator') },
  { name: 'Authy', appStore: onAppStore('494168017'), googlePlay: onGooglePlay('com.authy.authy') },
]

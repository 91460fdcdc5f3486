import { describe, expect, test } from 'vitest'
import { createAddressGuard, isPublicAddress, NotPublic } from './public-address.ts'

/** What names stand for in these tests. */
const names: Record<string, string[]> = {
  'hooks.example.org': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'mixed.example.org': ['93.184.215.14', '10.0.0.5'],
  'inside.example.org': ['192.168.1.10'],
  'six.example.org': ['93.184.215.14', 'fd00::5'],
  'mapped.example.org': ['::ffff:127.0.0.1'],
  'nat64.example.org': ['64:ff9b::a00:5'],
  'meta.example.org': ['169.254.169.254'],
  'münchen.example.org': [],
  'xn--mnchen-3ya.example.org': ['93.184.215.14'],
}
const resolve = (name: string) => Promise.resolve(names[name] ?? [])
const guard = createAddressGuard({ resolve })

const refused = [
  // This machine, in every notation of it.
  'https://127.0.0.1/',
  'https://127.0.0.1:8443/hooks',
  'https://127.1/',
  'https://127.0.1/',
  'https://127.255.255.254/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://0177.0x0.0.1/',
  'https://127.0.0.1./',
  'https://%31%32%37.0.0.1/',
  'https://127%2e0%2e0%2e1/',
  'https://１２７.０.０.１/',
  'https://①②⑦.0.0.1/',
  'https://127。0。0。1/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[64:ff9b:1::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://hooks.localhost/',
  'https://ｌｏｃａｌｈｏｓｔ/',
  // Nowhere, and everywhere.
  'https://0/',
  'https://0.0.0.0/',
  'https://0.0.0.1/',
  'https://[::]/',
  'https://255.255.255.255/',
  'https://224.0.0.1/',
  'https://[ff02::1]/',
  'https://240.0.0.1/',
  // Networks inside.
  'https://10.0.0.1/',
  'https://10.1/',
  'https://167772161/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://0xc0a80001/',
  'https://100.64.0.1/',
  'https://100.127.255.255/',
  'https://[fd00::1]/',
  'https://[fc00::1]/',
  'https://[fec0::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[64:ff9b::10.0.0.1]/',
  'https://[2002:a00:1::]/',
  // Where clouds tell their secrets.
  'https://169.254.169.254/latest/meta-data/',
  'https://169.254.1/',
  'https://0xa9fea9fe/',
  'https://2852039166/',
  'https://[::ffff:169.254.169.254]/',
  'https://[fe80::1]/',
  'https://[fd00:ec2::254]/',
  'https://metadata.google.internal/',
  // Documentation, measuring, and what is kept for later.
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://192.88.99.1/',
  'https://[2001:db8::1]/',
  'https://[100::1]/',
  'https://[4000::1]/',
  'https://[5f00::1]/',
  // Names of what is inside.
  'https://intranet/',
  'https://printer.local/',
  'https://router.lan/',
  'https://nas.home.arpa/',
  'https://db.internal/',
  // Names that lead inside, wholly or in part.
  'https://inside.example.org/',
  'https://mixed.example.org/',
  'https://six.example.org/',
  'https://mapped.example.org/',
  'https://nat64.example.org/',
  'https://meta.example.org/',
  'https://nobody.example.org/',
  // No URL of ours.
  'http://hooks.example.org/',
  'http://93.184.215.14/',
  'ftp://hooks.example.org/',
  'file:///etc/passwd',
  'gopher://hooks.example.org/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https:hooks.example.org/',
  'https:///hooks.example.org/',
  '//hooks.example.org/',
  'hooks.example.org',
  '',
  'https://',
  'https://user@hooks.example.org/',
  'https://user:password@hooks.example.org/',
  'https://:@hooks.example.org/',
  'https://@hooks.example.org/',
  'https://hooks.example.org@127.0.0.1/',
  'https://127.0.0.1\\@hooks.example.org/',
  'https:\\\\hooks.example.org/',
  'https://hooks.example.org/\\evil',
  'https://hooks.example.org/#part',
  'https://hooks.example.org/#',
  'https://hooks.exam\tple.org/',
  'https://hooks.example.org/\r\nX: 1',
  'https://hooks.example.org/a b',
  'https://hooks\u200b.example.org/',
  'https://hooks.example.org/\u202egro',
  'https://hooks.example.org:0/',
  'https://hooks.example.org:65536/',
  'https://256.256.256.256/',
  'https://1.2.3.4.5/',
  'https://[fe80::1%25eth0]/',
  'https://[::1/',
  'https://xn--0/',
  'https://a..b/',
]

const allowed = [
  'https://hooks.example.org/',
  'https://hooks.example.org./allot',
  'https://HOOKS.example.org:8443/allot?token=x',
  'HTTPS://hooks.example.org',
  'https://münchen.example.org/',
  'https://93.184.215.14/',
  'https://8.8.8.8:444/',
  'https://134744072/',
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
]

describe('webhooks go to public addresses, and nowhere else', () => {
  test.each(refused)('not to %s', async (url) => {
    await expect(guard.locate(url)).rejects.toBeInstanceOf(NotPublic)
  })

  test.each(allowed)('to %s', async (url) => {
    const { addresses } = await guard.locate(url)
    expect(addresses.length).toBeGreaterThan(0)
    for (const { address } of addresses) expect(isPublicAddress(address)).toBe(true)
  })

  test('the corpus is no smaller than it was', () => {
    expect(new Set(refused).size).toBe(refused.length)
    expect(refused.length).toBeGreaterThanOrEqual(100)
  })
})

describe('what is let through for tests', () => {
  const loose = createAddressGuard({ resolve, allowLoopback: true })

  test.each(['http://127.0.0.1:9/', 'https://127.0.0.1:9/', 'http://[::1]:9/'])('%s', async (url) => {
    await expect(loose.locate(url)).resolves.toMatchObject({ addresses: [{}] })
  })

  test.each([
    'https://10.0.0.1/',
    'https://169.254.169.254/',
    'https://inside.example.org/',
    'https://0.0.0.0/',
    'https://hooks.localhost/',
  ])('and still not %s', async (url) => {
    await expect(loose.locate(url)).rejects.toBeInstanceOf(NotPublic)
  })

  test.each(['http://hooks.example.org/', 'http://8.8.8.8/'])('nor %s in the clear', async (url) => {
    await expect(loose.locate(url)).rejects.toThrow('must begin with https://')
  })
})

test('what is said of an address repeats nothing of it, and says what to do', async () => {
  const secret = 'https://user:hunter2@hooks.example.org/'
  await expect(guard.locate(secret)).rejects.toThrow('must have no name or password in it')
  await expect(guard.locate('http://hooks.example.org/')).rejects.toThrow('must begin with https://')
  await expect(guard.locate('https://inside.example.org/')).rejects.toThrow('does not lead to a public address')
})

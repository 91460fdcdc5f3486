/**
 * Passwords of ten letters and more that everybody tries first: what one finds at the top of every published list,
 * and what a person at work falls back on. Shorter ones are too short anyway.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  0123456789 0987654321 1029384756 1111111111 1112223334 1122334455 1212121212 1231231231 1234512345 1234567890
  12345678900 123456789a 12345678910 123456789q 1234567890a 123123123123 1233211233 12344321234 1357924680 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc 2222222222 5555555555 6666666666 7777777777 8888888888 9876543210 9999999999
  987654321a 147258369a 1478523690 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv qazwsx1234 qwer123456 qwerasdfzxcv qwert12345
  qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop1 qwertzuiop qwertzuiop1 asdfghjkl1 asdfghjkl123 asdfghjklö
  zxcvbnm123 azertyuiop 1234qwerasdf abc1234567 abc123456789 abcd123456 abcdefghij abcdefghijk abcdefg123 a123456789
  aa12345678 aaaaaaaaaa password01 password10 password11 password12 password123 password1234 password12345 password123!
  password1! passwordpassword passw0rd12 passw0rd123 p@ssw0rd12 p@ssw0rd123 p@ssword123 p@$$w0rd123 pa$$word123
  mypassword mypassword1 newpassword newpassword1 yourpassword nopassword secretpassword passwort123 passwort1234
  motdepasse motdepasse1 contrasena contraseña changeme123 changemenow changeit123 letmein123 letmein1234 letmeinnow
  welcome123 welcome1234 welcome2024 welcome2025 welcome2026 welcome2027 willkommen willkommen1 bienvenido bienvenue1
  administrator administrador admin12345 admin123456 adminadmin adminadmin1 admin@12345 root123456 rootrootroot
  superuser1 superman123 batman12345 pokemon123 starwars123 minecraft1 football123 baseball123 basketball liverpool1
  chelsea123 arsenal123 manchester barcelona1 realmadrid ilovemyself iloveyou12 iloveyou123 iloveyou1234 iloveyou2!
  sunshine12 sunshine123 princess12 princess123 butterfly1 blackberry strawberry chocolate1 computer12 computer123
  internet123 samsung123 michael123 jessica123 charlie123 monkey12345 dragon12345 shadow12345 master12345 hello12345
  helloworld helloworld1 test123456 testtest123 testpassword temporary1 summer2024 summer2025 summer2026 summer2027
  winter2024 winter2025 winter2026 winter2027 spring2025 spring2026 autumn2025 autumn2026 company123 company1234
  correcthorse correcthorsebatterystaple trustno1234 whatever123 unknown123 default123 default1234 guestguest guest12345
  `
    .trim()
    .split(/\s+/),
)

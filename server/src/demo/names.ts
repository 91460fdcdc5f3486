/** Made-up people for the example: names from many places, departments, and an address for each. */

export const departments = [
  'Communications',
  'Field Programmes',
  'Finance',
  'Fundraising',
  'Partnerships',
  'Research',
  'Volunteers',
]

/** People the example tells about, and where they work. */
export const knownPeople: Record<string, string> = {
  'Amara Okafor': 'Partnerships',
  'Aoife Ní Bhriain': 'Communications',
  'Bartholomew Featherstonehaugh-Cavendish': 'Fundraising',
  'Chloé Lefèvre': 'Field Programmes',
  'Diego Fuentes': 'Research',
  'Dmitri Volkov': 'Research',
  'Elif Yıldız': 'Communications',
  'Emeka Nwosu': 'Fundraising',
  'Fatima Al-Sayed': 'Partnerships',
  'Frieda Baumgartner': 'Communications',
  'Hamza Qureshi': 'Finance',
  'Ibrahim Diallo': 'Fundraising',
  'Jo Park': 'Communications',
  'Jonas Lindqvist': 'Finance',
  'Katarzyna Nowak': 'Partnerships',
  'Kwame Mensah': 'Partnerships',
  'Lars van den Heuvel': 'Field Programmes',
  'Li Wei': 'Partnerships',
  'Lucía Ortega': 'Volunteers',
  'Mateusz Wójcik': 'Fundraising',
  'Mei-Ling Chen': 'Research',
  'Moana Tāwhiri': 'Partnerships',
  'Nguyễn Thị Mai': 'Field Programmes',
  'Nikhil Rao': 'Finance',
  'Odile Marchand': 'Partnerships',
  'Oluwaseun Adebayo': 'Partnerships',
  'Owen Gruffydd': 'Volunteers',
  'Pavel Novák': 'Finance',
  'Per Håkansson': 'Communications',
  'Quentin Dubois': 'Research',
  'Rafael Monteiro': 'Field Programmes',
  'Ruth Abebe': 'Research',
  'Sanne Visser': 'Communications',
  'Thandiwe Khumalo': 'Field Programmes',
  'Wanjiru Kamau': 'Volunteers',
  'Yuki Tanaka': 'Volunteers',
  'Zoë Ångström': 'Fundraising',
}

type NameGroup = { given: string[]; family: string[]; familyFirst?: true }

const list = (names: string) => names.split(', ')

const nameGroups: NameGroup[] = [
  {
    given: list('Sanne, Daan, Lotte, Bram, Femke, Joris, Maartje, Thijs, Noor, Ruben, Anouk, Wouter'),
    family: list(
      'de Vries, van den Berg, Bakker, Smit, Meijer, Mulder, de Groot, Hendriks, Dekker, Vos, Postma, Kuipers',
    ),
  },
  {
    given: list('Anneliese, Jürgen, Heike, Matthias, Lena, Florian, Greta, Tobias, Ursula, Moritz, Katrin, Emil'),
    family: list('Müller, Schäfer, Vogel, Krüger, Hoffmann, Weiß, Brandl, Lindner, Huber, Zimmermann, Roth, Böhm'),
  },
  {
    given: list('Camille, Théo, Amélie, Baptiste, Élodie, Rémi, Inès, Gaël, Margaux, Antoine, Solène, Hugo'),
    family: list(
      'Moreau, Girard, Lambert, Fontaine, Rousseau, Chevalier, Garnier, Faure, Blanchard, Renaud, Perrin, Colin',
    ),
  },
  {
    given: list('Carmen, Álvaro, Nuria, Joaquín, Rocío, Íñigo, Pilar, Sergio, Montserrat, Andrés, Belén, Gonzalo'),
    family: list('Núñez, Ibáñez, Serrano, Castillo, Molina, Vidal, Peña, Cabrera, Iglesias, Pascual, Herrera, Soler'),
  },
  {
    given: list('Beatriz, João, Mariana, Tiago, Conceição, Duarte, Luana, Vinícius, Inês, Caetano, Flávia, Rui'),
    family: list(
      'da Silva, Carvalho, Gonçalves, Teixeira, Moura, Simões, Barbosa, Araújo, Pinto, Coelho, Magalhães, Ramos',
    ),
  },
  {
    given: list('Giulia, Lorenzo, Chiara, Matteo, Francesca, Davide, Ilaria, Nicolò, Serena, Pietro, Martina, Enrico'),
    family: list("Ferrari, Esposito, Colombo, Ricci, D'Angelo, Gallo, Conti, Mancini, Rinaldi, Fabbri, Caruso, Serra"),
  },
  {
    given: list('Agnieszka, Tomasz, Małgorzata, Paweł, Zofia, Łukasz, Ewa, Krzysztof, Joanna, Szymon, Hanna, Wojciech'),
    family: list(
      'Kowalczyk, Zieliński, Wiśniewski, Kamiński, Lewandowski, Dąbrowski, Mazur, Pawlak, Górski, Sikora, Duda, Bąk',
    ),
  },
  {
    given: list('Astrid, Søren, Ingrid, Bjørn, Freja, Henrik, Sólveig, Mikkel, Liv, Gunnar, Signe, Aksel'),
    family: list(
      'Nørgaard, Lindberg, Sørensen, Bergström, Halvorsen, Dahl, Øvergård, Ekström, Kjær, Nyström, Strand, Holm',
    ),
  },
  {
    given: list('Siobhán, Callum, Eilidh, Rhys, Niamh, Duncan, Imogen, Cormac, Harriet, Gethin, Orla, Alasdair'),
    family: list(
      "O'Connell, MacLeod, Pritchard, Hughes, Ashworth, Kavanagh, Whitfield, Ó Faoláin, Sinclair, Bevan, Doyle, Reid",
    ),
  },
  {
    given: list('Ayşe, Emre, Zeynep, Burak, Defne, Kerem, Gülşen, Ozan, Nazlı, Tolga, Selin, Barış'),
    family: list('Demir, Şahin, Çelik, Kaya, Öztürk, Aydın, Koç, Arslan, Doğan, Kılıç, Polat, Güneş'),
  },
  {
    given: list('Layla, Omar, Noura, Youssef, Salma, Karim, Hind, Tariq, Amina, Bilal, Yasmine, Rachid'),
    family: list(
      'El Amrani, Haddad, Benali, Al-Khatib, Mansour, Bouzid, Nasser, Chaoui, Darwish, Saleh, Ziani, El Idrissi',
    ),
  },
  {
    given: list('Chiamaka, Kofi, Adaeze, Tunde, Abena, Chidi, Folake, Yaw, Ngozi, Babatunde, Efua, Ikenna'),
    family: list('Eze, Asante, Ogunleye, Boateng, Okonkwo, Balogun, Osei, Adeyemi, Owusu, Nnamdi, Appiah, Afolabi'),
  },
  {
    given: list('Akinyi, Juma, Makena, Dawit, Selam, Baraka, Hiwot, Otieno, Neema, Tesfaye, Zawadi, Mwangi'),
    family: list('Odhiambo, Tadesse, Mutua, Kiprono, Bekele, Njoroge, Mushi, Haile, Wambui, Girma, Achieng, Mwakyusa'),
  },
  {
    given: list('Lerato, Sipho, Nomvula, Thabo, Zanele, Bongani, Naledi, Tendai, Rutendo, Kagiso, Ayanda, Farai'),
    family: list('Dlamini, Nkosi, Mokoena, Ndlovu, Botha, Moyo, Sithole, Mahlangu, Chikwanha, Zulu, Pillay, Molefe'),
  },
  {
    given: list('Ananya, Arjun, Meera, Vikram, Kavya, Rohan, Lakshmi, Aditya, Sunita, Farhan, Ishani, Dev'),
    family: list('Sharma, Iyer, Patel, Banerjee, Reddy, Khan, Nair, Kulkarni, Gupta, Chatterjee, Menon, Joshi'),
  },
  {
    given: list('Xiaoming, Yating, Junjie, Meihua, Haoran, Xinyi, Zhiqiang, Lihua, Yuxuan, Jianguo, Ruolan, Bowen'),
    family: list('Wang, Zhang, Liu, Zhao, Huang, Zhou, Xu, Sun, Guo, Lin, Luo, Deng'),
    familyFirst: true,
  },
  {
    given: list(
      'Thị Lan, Văn Hùng, Minh Châu, Quang Huy, Thu Hà, Đức Anh, Ngọc Bích, Tuấn Kiệt, Hồng Nhung, Gia Bảo, Mỹ Linh, An',
    ),
    family: list('Trần, Lê, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương'),
    familyFirst: true,
  },
  {
    given: list('Haruka, Kenji, Sakura, Takumi, Naoko, Ren, Ayumi, Daisuke, Emi, Shōta, Kaori, Yūto'),
    family: list('Satō, Suzuki, Watanabe, Itō, Nakamura, Kobayashi, Yoshida, Mori, Shimizu, Hayashi, Ōno, Fujita'),
  },
  {
    given: list(
      'Ji-woo, Min-jun, Seo-yeon, Do-yun, Ha-eun, Tae-hyung, Soo-jin, Hyun-woo, Ye-rin, Sang-min, Eun-ji, Jae-ho',
    ),
    family: list('Kim, Lee, Choi, Jung, Kang, Cho, Yoon, Jang, Lim, Han, Shin, Kwon'),
  },
  {
    given: list('Dewi, Budi, Siti, Agus, Ratna, Wayan, Putri, Rizky, Farida, Joko, Melati, Bayu'),
    family: list(
      'Wijaya, Santoso, Hartono, Siregar, Lestari, Pattiasina, Nasution, Setiawan, Latuheru, Kusuma, Halim, Tahapary',
    ),
  },
  {
    given: list('Olena, Andriy, Oksana, Taras, Markéta, Vojtěch, Tereza, Jakub, Yaryna, Bohdan, Zuzana, Ondřej'),
    family: list(
      'Shevchenko, Kovalenko, Bondarenko, Melnyk, Svoboda, Dvořák, Černý, Procházka, Tkachenko, Kučera, Horák, Lysenko',
    ),
  },
  {
    given: list('Eleni, Nikos, Despina, Yannis, Katerina, Stavros, Andreea, Mihai, Ioana, Radu, Elena, Ștefan'),
    family: list(
      'Papadakis, Georgiou, Nikolaidis, Popescu, Ionescu, Vlahos, Dumitru, Makris, Stoica, Karras, Munteanu, Pappas',
    ),
  },
  {
    given: list('Aroha, Tāne, Mereana, Wiremu, Leilani, Sione, Ngaire, Hēmi, Talia, Tevita, Marama, Rangi'),
    family: list('Parata, Ngata, Walker, Tūhoe, Fonoti, Tamatea, Kāretu, Leota, Henare, Vainikolo, Pōtae, Taufa'),
  },
  {
    given: list(
      'Valentina, Mateo, Ximena, Emiliano, Catalina, Thiago, Renata, Facundo, Itzel, Nahuel, Luciana, Santiago',
    ),
    family: list(
      'Quispe, Mamani, Rojas, Salazar, Zapata, Villanueva, Cárdenas, Guzmán, Arce, Benítez, Huamán, Paredes',
    ),
  },
]

// Letters that Unicode does not take apart into a base letter and a mark.
const plainLetters: Record<string, string> = { ł: 'l', ø: 'o', ı: 'i', ß: 'ss', đ: 'd', æ: 'ae' }

/** "Bjørn O'Connell" → "bjorn.oconnell@example.org": a domain reserved for examples, so no mail ever arrives. */
export function mailFor(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}|'/gu, '')
    .replaceAll(/[łøıßđæ]/g, (letter) => plainLetters[letter] ?? letter)
  return `${plain.replaceAll(' ', '.')}@example.org`
}

/**
 * Draws names in turn from every group, none with an address that is already taken.
 *
 * @param random numbers in [0, 1)
 * @throws when more are wanted than the groups can make
 */
export function drawNames(count: number, taken: string[], random: () => number): string[] {
  const mails = new Set(taken.map(mailFor))
  const names: string[] = []
  // Some draws repeat a name; ten times the count is far more than needed and still an end.
  for (let turn = 0; names.length < count && turn < count * 10; turn++) {
    const name = drawName(turn, random)
    if (mails.has(mailFor(name))) continue
    mails.add(mailFor(name))
    names.push(name)
  }
  if (names.length < count) throw new Error(`Only ${names.length} of ${count} names could be made`)
  return names
}

function drawName(turn: number, random: () => number): string {
  const group = nameGroups[turn % nameGroups.length]
  const given = group?.given[Math.floor(random() * group.given.length)] ?? 'Ann'
  const family = group?.family[Math.floor(random() * group.family.length)] ?? 'Other'
  return group?.familyFirst ? `${family} ${given}` : `${given} ${family}`
}

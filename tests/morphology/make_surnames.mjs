// Writes surnames.tsv with the npm package «petrovich» (npm i petrovich; node make_surnames.mjs < surnames.txt),
// a decliner that shares nothing with this program. Lines of surnames.txt that begin with «#» head a kind.
//
// Where petrovich errs, and what is put right here (such rows end with «by hand»):
// - vowels that fall out («Стрелца», «Воробея», «Козёла») and those that stay («Кузнца», «Швца», «Клка»);
// - adjectives in -гий, -чий («Долгия»), women's surnames in -ёва («Ковалёвы»);
// - Georgian and Spanish surnames in -ия, which it does not decline, and French ones in -я, which it does;
// - «Глухым»;
// - the woman's «Цой», which it declines;
// - first parts that stand fast («Тера-Петросяна», «Кары-Мурзы», «Семёнова-Тяна-Шанского»);
// - the instrumental after ж, ш, ч, щ, ц: stressed -ом («Ткачом»), unstressed -ей («Грушей»).
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const petrovich = createRequire(process.cwd() + '/')('petrovich');
const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'];

const noun = (stem) => `${stem}а ${stem}у ${stem}а ${stem}ом ${stem}е`.split(' ');
const soft = (stem, e = 'е') => `${stem}я ${stem}ю ${stem}я ${stem}${e}м ${stem}е`.split(' ');
const adjective = (stem) => `${stem}ого ${stem}ому ${stem}ого ${stem}им ${stem}ом`.split(' ');
const oblique = {
  Долгий: adjective('Долг'), Строгий: adjective('Строг'),
  Бегучий: 'Бегучего Бегучему Бегучего Бегучим Бегучем'.split(' '),
  Стрелец: noun('Стрельц'), Палец: 'Пальца Пальцу Пальца Пальцем Пальце'.split(' '),
  Коломиец: 'Коломийца Коломийцу Коломийца Коломийцем Коломийце'.split(' '),
  Заяц: 'Зайца Зайцу Зайца Зайцем Зайце'.split(' '), Кузнец: noun('Кузнец'), Жнец: noun('Жнец'),
  Швец: noun('Швец'), Чернец: noun('Чернец'), Мудрец: noun('Мудрец'), Клок: noun('Клок'),
  Горобец: noun('Горобц'),
  Козёл: noun('Козл'), Осёл: noun('Осл'), Орёл: noun('Орл'), Пень: soft('Пн'), Кремень: soft('Кремн'),
  Соловей: soft('Соловь', 'ё'), Воробей: soft('Воробь', 'ё'), Муравей: soft('Муравь', 'ё'),
  Репей: soft('Репь', 'ё'),
  'Тер-Петросян': noun('Тер-Петросян'), 'Тер-Акопян': noun('Тер-Акопян'),
  'Бонч-Бруевич': 'Бонч-Бруевича Бонч-Бруевичу Бонч-Бруевича Бонч-Бруевичем Бонч-Бруевиче'.split(' '),
  'Семёнов-Тян-Шанский': ('Семёнова-Тян-Шанского Семёнову-Тян-Шанскому Семёнова-Тян-Шанского ' +
                          'Семёновым-Тян-Шанским Семёнове-Тян-Шанском').split(' '),
};
for (const stem of ['Ткач', 'Чиж', 'Морж', 'Стриж', 'Плющ', 'Толмач', 'Борщ', 'Хрущ', 'Лещ', 'Грач', 'Сыч',
                    'Кулич', 'Товкач']) {
  oblique[stem] = noun(stem);
}
const either = {  // men and women alike
  'Кара-Мурза': 'Кара-Мурзы Кара-Мурзе Кара-Мурзу Кара-Мурзой Кара-Мурзе'.split(' '),
  Рева: 'Ревы Реве Реву Ревой Реве'.split(' '),
};
for (const name of ['Берия', 'Гулия', 'Данелия', 'Жвания', 'Барамия', 'Гамсахурдия', 'Гарсия']) {
  const stem = name.slice(0, -1);
  either[name] = `${stem}и ${stem}и ${stem}ю ${stem}ей ${stem}и`.split(' ');
}
const women = { Цой: Array(5).fill('Цой') };
for (const name of ['Золя', 'Грум-Гржимайло', 'Гусейн-заде']) either[name] = Array(5).fill(name);

const feminine = (surname, adjectival) => surname.split('-').map((part) => {
  if (/^(Гусейн|Шин|Тян)$/.test(part)) return part;
  if (/([оеё]в|[иы]н)$/.test(part)) return part + 'а';
  if (/[сц]к(ий|ой)$/.test(part)) return part.replace(/..$/, 'ая');
  if (adjectival || /^(Седой|Южный)$/.test(part)) return part.replace(/ний$/, 'няя').replace(/[ыио]й$/, 'ая');
  return part;
}).join('-');

function decline(surname, gender) {
  const own = either[surname] ?? (gender === 'male' ? oblique : women)[surname];
  if (own) return { forms: [surname, ...own], byHand: true };
  const hidden = gender === 'female' ? surname.replaceAll('ёв', 'ев') : surname;
  let forms = cases.map((name) => petrovich({ last: hidden, gender }, name).last);
  if (hidden !== surname) {  // «Ковалёва»: declined without ё, and ё put back
    const parts = surname.split('-').map((part) => /ёва/.test(part));
    forms = forms.map((form) => form.split('-').map((p, i) => parts[i] ? p.replace(/ев(а|ой|у)$/, 'ёв$1') : p).join('-'));
  }
  const before = forms[4];
  if (!/^Ганжа/.test(surname)) forms[4] = forms[4].replace(/([жшчщц])ой$/, '$1ей');
  forms = forms.map((form) => form.replace(/хым$/, 'хим'));
  return { forms, byHand: hidden !== surname || forms[4] !== before };
}

console.log('# Made by make_surnames.mjs; its head says what is put right by hand.');
console.log('# gender\tthe six cases\tnote');
const seen = new Set();
let kind = '';
for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line.startsWith('#')) console.log((kind = line).replace('# ', '# --- '));
  if (line.startsWith('#')) continue;
  for (const surname of line.split(' ').filter((word) => word && !seen.has(word))) {
    seen.add(surname);
    for (const [gender, label] of [['male', 'masculine'], ['female', 'feminine']]) {
      const base = gender === 'male' ? surname : feminine(surname, kind.includes('прилагательные'));
      const { forms, byHand } = decline(base, gender);
      console.log([label, forms.join(' '), ...(byHand ? ['by hand'] : [])].join('\t'));
    }
  }
}

/// The currencies of English texts with their spellings; the names are ISO 4217 codes.
enum EnglishMoney {
  static let units: [UnitTable.Row] = UnitTable.rows(
    .money,
    """
    USD: $ | us$ | us $ | usd | dollar | dollars | us dollar | us dollars | u.s. dollar | u.s. dollars | u.s. $ | buck | bucks | $us | $ us | american dollars | usd$ | united states dollars
    EUR: € | eur | euro | euros
    GBP: £ | gbp | pound sterling | pounds sterling | british pound | british pounds | quid | sterling | gb£ | uk£ | £ sterling
    JPY: ¥ | y= | jpy | yen | japanese yen | jp¥ | 円
    CNY: cny | rmb | yuan | renminbi | cn¥ | chinese yuan | 元 | kuai | yuan renminbi
    CAD: c$ | c $ | ca $ | ca$ | cad | cad$ | cad $ | canadian dollar | canadian dollars | cdn$ | cdn $ | can$ | $c | $cad
    AUD: a$ | au$ | au $ | a $ | $a | aud | aud$ | aud $ | $aud | australian dollar | australian dollars | aussie dollars
    HKD: hk$ | hk $ | hkd | $hk | hong kong dollar | hong kong dollars
    NZD: nz$ | nz $ | nzd | $nz | new zealand dollar | new zealand dollars | kiwi dollars
    SGD: s$ | s $ | sg$ | sgd | singapore dollar | singapore dollars
    TWD: nt$ | nt $ | twd | taiwan dollar | taiwan dollars | new taiwan dollars
    JMD: j$ | jmd | jamaican dollars
    TTD: tt$ | ttd
    BBD: bbd | barbados dollars
    FJD: fj$ | fjd | fijian dollars
    NAD: n$ | namibian dollars
    ZWL: zwl | zimbabwean dollars | zimbabwe dollars
    CHF: chf | swiss franc | swiss francs | franc | francs | sfr
    FRF: french franc | french francs
    BEF: belgian franc | belgian francs
    XAF: cfa franc | cfa francs | cfa
    RWF: rwandan francs | rwf
    INR: ₹ | inr | rs | rs. | re. | rupee | rupees | indian rupee | indian rupees
    PKR: pkr | pakistani rupee | pakistani rupees
    LKR: lkr | sri lankan rupee | sri lankan rupees
    NPR: npr | nepalese rupees
    BDT: ৳ | bdt | taka
    ZAR: zar | rand | rands | south african rand
    RUB: ₽ | rub | ruble | rubles | rouble | roubles | russian rubles | russian roubles
    KRW: ₩ | krw | won | south korean won | korean won
    KPW: north korean won
    BRL: r$ | r $ | brl | reais | brazilian real | brazilian reais
    MXN: mxn | mxn$ | mxn $ | mx$ | mex$ | mexican peso | mexican pesos | peso | pesos
    ARS: ars | ar$ | argentine peso | argentine pesos | argentinian pesos
    CLP: clp | chilean peso | chilean pesos
    COP: colombian peso | colombian pesos
    UYU: uruguayan pesos
    CUP: cuban pesos
    PEN: soles | nuevos soles
    BOB: bolivianos | boliviano
    VES: bolivar | bolivars | bolivares
    CRC: ₡ | crc | colones | costa rican colones
    GTQ: quetzal | quetzales
    PHP: ₱ | php | philippine peso | philippine pesos
    TRY: ₺ | lira | liras | turkish lira | turkish liras
    ITL: italian lira | italian lire | lire
    LBP: lebanese pound | lebanese pounds
    SYP: syrian pound | syrian pounds
    EGP: egp | egyptian pound | egyptian pounds | e£
    SDG: sudanese pounds
    CYP: cypriot pounds
    IEP: irish pounds | ir£
    ILS: ₪ | ils | shekel | shekels | nis | israeli shekel | israeli shekels | new shekels
    JOD: jordanian dinar | jordanian dinars
    KWD: kwd | kuwaiti dinar | kuwaiti dinars
    IQD: iqd | iraqi dinar | iraqi dinars
    TND: tunisian dinars
    LYD: libyan dinars
    DZD: algerian dinars
    BHD: bahraini dinars
    RSD: serbian dinars
    dinar: dinar | dinars
    AED: aed | dirham | dirhams | uae dirham | uae dirhams | dhs
    MAD: moroccan dirham | moroccan dirhams
    SAR: sar | riyal | riyals | saudi riyal | saudi riyals
    QAR: qar | qatari riyal | qatari riyals
    OMR: omani rial | omani rials
    IRR: irr | rial | rials | iranian rial | iranian rials | toman | tomans
    AFN: afghani | afghanis
    MYR: myr | rm | ringgit | malaysian ringgit | ringgits
    IDR: idr | rp | rupiah | indonesian rupiah | rupiahs
    THB: ฿ | thb | baht | thai baht
    VND: ₫ | vnd | dong | vietnamese dong
    KHR: ៛ | riel
    LAK: ₭ | lak | kip
    MMK: mmk | kyat | kyats
    MNT: ₮ | tugrik | tugriks
    KZT: ₸ | tenge
    UZS: uzbek som | soum
    GEL: ₾ | gel | lari
    AMD: ֏ | dram | drams
    AZN: ₼ | manat
    NGN: ₦ | ngn | naira | nairas
    GHS: ghs | gh₵ | ₵ | cedi | cedis
    KES: kes | ksh | kenyan shilling | kenyan shillings
    UGX: ugx | ugandan shillings
    TZS: tanzanian shillings
    SOS: somali shillings
    shilling: shilling | shillings
    ETB: birr
    ZMW: kwacha
    BWP: pula
    SEK: sek | krona | kronor | swedish krona | swedish kronor | swedish crowns
    NOK: nok | norwegian krone | norwegian kroner | norwegian crowns
    DKK: dkk | danish krone | danish kroner | danish crowns | kroner | krone
    ISK: isk | icelandic krona | icelandic kronur
    PLN: pln | zloty | zlotys | zł | zlotych | polish zloty
    CZK: czk | koruna | korunas | czech koruna | czech crowns | kč
    HUF: huf | forint | forints | hungarian forint
    RON: ron | leu | lei | romanian lei
    BGN: bgn | lev | leva
    HRK: hrk | kn | kuna | kunas
    UAH: ₴ | uah | hryvnia | hryvnias | hryvnya
    BYN: byn | belarusian rubles
    DEM: deutschmark | deutschmarks | deutsche mark | deutsche marks | german marks | d-marks
    NLG: guilder | guilders | dutch guilder | dutch guilders
    FIM: markka | finnish markka
    ESP: peseta | pesetas
    PTE: escudo | escudos
    GRD: drachma | drachmas
    BTC: ₿ | btc | bitcoin | bitcoins
    ETH: eth
    cent: ¢ | cent | cents | us cents | u.s. cents | euro cents
    penny: pence | p | pennies
    sen: sen
    """)
}

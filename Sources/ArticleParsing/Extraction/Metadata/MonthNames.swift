/// The names of the months in many languages.
enum MonthNames {
  /// The month (1 to 12) by the hash of its name or short name in lower case: English, German, French, Spanish, Portuguese, Italian, Catalan, Dutch, Swedish,
  /// Norwegian, Danish, Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Slovenian, Turkish, Indonesian,
  /// Russian, Ukrainian, Bulgarian, Greek, Arabic, Hebrew, Hindi.
  static let numbers: [UInt64: Int] = {
    let rows = [
      "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari tammikuuta tammikuu "
        + "stycznia styczeń sty ledna leden január ianuarie siječnja ocak января янв январь січня януари "
        + "ιανουαρίου ιαν ιανουαριος"
        + " gener januára januarja يناير ינואר בינואר जनवरी",
      "february feb februar février févr fév febrero fevereiro fev febbraio febr februari helmikuuta helmikuu "
        + "lutego luty lut února únor február februarie veljače şubat февраля фев февраль лютого февруари "
        + "φεβρουαρίου φεβ"
        + " febrer februára februarja فبراير פברואר בפברואר फरवरी",
      "march mar märz mär mrz mars marzo março maart mrt maaliskuuta maaliskuu marca marzec března březen "
        + "március martie ožujka mart марта мар март березня μαρτίου μαρ"
        + " març marec marca maret مارس במרץ מרץ मार्च",
      "april apr avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecień kwi dubna duben április "
        + "aprilie travnja nisan апреля апр апрель квітня април απριλίου απρ"
        + " apríla aprila أبريل ابريل באפריל אפריל अप्रैल",
      "may mai mayo maio maggio mag mei maj toukokuuta toukokuu maja května květen május svibnja mayıs мая "
        + "май травня μαΐου μαίου μαι"
        + " maig mája مايو במאי מאי मई",
      "june jun juni juin junio junho giugno giu kesäkuuta kesäkuu czerwca czerwiec cze června červen június "
        + "iunie lipnja haziran июня июн июнь червня юни ιουνίου ιουν"
        + " juny júna junija يونيو ביוני יוני जून",
      "july jul juli juillet juil julio julho luglio lug heinäkuuta heinäkuu lipca lipiec lip července "
        + "červenec július iulie srpnja temmuz июля июл июль липня юли ιουλίου ιουλ"
        + " juliol júla julija يوليو ביולי יולי जुलाई",
      "august aug août aout agosto ago augusti augustus elokuuta elokuu sierpnia sierpień sie srpna srpen "
        + "augusztus kolovoza ağustos августа авг август серпня αυγούστου αυγ"
        + " agost augusta avgusta agustus أغسطس اغسطس באוגוסט אוגוסט अगस्त",
      "september sep sept septembre septiembre setiembre setembro set settembre syyskuuta syyskuu września "
        + "wrzesień wrz září szeptember septembrie rujna eylül сентября сен сент сентябрь вересня септември "
        + "σεπτεμβρίου σεπ"
        + " setembre septembra سبتمبر בספטמבר ספטמבר सितंबर",
      "october oct oktober okt octobre octubre outubro out ottobre ott lokakuuta lokakuu października "
        + "październik paź října říjen október octombrie listopada ekim октября окт октябрь жовтня октомври "
        + "οκτωβρίου οκτ"
        + " octubre októbra oktobra أكتوبر اكتوبر באוקטובר אוקטובר अक्टूबर",
      "november nov novembre noviembre novembro marraskuuta marraskuu listopad lis listopadu noiembrie "
        + "studenoga kasım ноября ноя нояб ноябрь листопада ноември νοεμβρίου νοε νοέμβριος"
        + " novembra نوفمبر בנובמבר נובמבר नवंबर",
      "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember des joulukuuta "
        + "joulukuu grudnia grudzień gru prosince prosinec decembrie prosinca aralık декабря дек декабрь "
        + "грудня декември δεκεμβρίου δεκ"
        + " desembre decembra ديسمبر בדצמבר דצמבר दिसंबर",
    ]
    var table: [UInt64: Int] = [:]
    for (index, row) in rows.enumerated() {
      for name in row.split(separator: " ") where table[WordHash.of(String(name))] == nil {
        table[WordHash.of(String(name))] = index + 1
      }
    }
    // Polish "listopada" is November; Croatian October is rarer.
    table[WordHash.of("listopada")] = 11
    return table
  }()
}

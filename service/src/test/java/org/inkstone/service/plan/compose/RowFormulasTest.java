package org.inkstone.service.plan.compose;

import org.inkstone.service.plan.Schema;
import org.junit.jupiter.api.Test;

/** What is filled down reads the row's own cells, guards its blanks and knows the rows above. */
class RowFormulasTest {
  private static final Schema BAKERY =
      ComposedFormulas.schema(
          "Batches",
          """
          Batch|Baker|Oven|Loaves|Grams|Baked|Sold on|Wage
          K1-a|eva stone|North|40|812|2026-01-05|2026-01-06|18
          K1-b|tim ROSE|North|25|655|2026-02-09||21
          K2-a|eva stone|South|60|940|2026-03-11|2026-03-15|18
          K2-b|tim ROSE|South|60|401|2026-04-02|2026-04-20|21
          K3-a|eva stone|North|35|777|2026-05-30||18
          """);
  private static final Schema BOATS =
      ComposedFormulas.schema(
          "船只",
          """
          船号|船长|码头|载重|船租|定金|下水日|检修日
          甲1|林海|东港|120|900|1800|2019-03-02|2026-02-01
          甲2|周帆|西港|87|640||2021-11-20|
          乙1|林海|东港|64|500|1500|2024-07-09|2026-03-12
          乙2|何涛|西港|151|1100||2015-08-30|2026-04-18
          """);

  @Test
  void roundsToMultiplesOfAStep() {
    ComposedFormulas.check(
        BAKERY,
        """
        ↓grams rounded up to the next 25 -> CEILING([@Grams],25)
        ↓round the grams to the nearest 100 -> MROUND([@Grams],100)
        ↓grams rounded down to a multiple of 10 -> FLOOR([@Grams],10)
        ↓round grams to 1 decimal -> ROUND([@Grams],1)
        """);
    ComposedFormulas.check(
        BOATS,
        """
        ↓载重向上取整到10的倍数 -> CEILING([@载重],10)
        ↓船租除以载重，保留两位小数 -> ROUND([@船租]/[@载重],2)
        """);
  }

  @Test
  void guardsTheBlanksThatTheWordsName() {
    ComposedFormulas.check(
        BAKERY,
        """
        ↓sold on plus 7 days, blank as long as there is no sold on -> IF([@[Sold on]]="","",[@[Sold on]]+7)
        ↓days from baked to sold on, leave empty where sold on is missing -> IF([@[Sold on]]="","",[@[Sold on]]-[@Baked])
        """);
    ComposedFormulas.check(
        BOATS,
        """
        ↓检修日加90天，没检修就空着 -> IF([@检修日]="","",[@检修日]+90)
        ↓定金除以船租，没定金的留空 -> IF([@定金]="","",[@定金]/[@船租])
        """);
  }

  @Test
  void readsTheEndsOfDaysAndWrittenRates() {
    ComposedFormulas.check(
        BAKERY,
        """
        ↓show Stale if it was baked on or before 9 Feb 2026, otherwise leave it empty -> IF([@Baked]<DATE(2026,2,10),"Stale","")
        """);
    ComposedFormulas.check(
        BOATS,
        """
        ↓船租×(1-8%)÷载重 -> [@船租]*(1-0.08)/[@载重]
        """);
  }

  @Test
  void looksAtOtherRows() {
    ComposedFormulas.check(
        BAKERY,
        """
        ↓change in loaves against the row above; the first row stays empty -> IF(ROWS(D$2:D2)=1,"",[@Loaves]-D1)
        ↓loaves so far of that same baker, including the current row -> SUMIFS(D$2:D2,B$2:B2,[@Baker])
        """);
    ComposedFormulas.check(
        BOATS,
        """
        ↓按码头累计载重 -> SUMIFS(D$2:D2,C$2:C2,[@码头])
        """);
  }

  @Test
  void makesTextsAndPartsOfDates() {
    ComposedFormulas.check(
        BAKERY,
        """
        ↓baker without extra spaces, capital first letters -> PROPER(TRIM([@Baker]))
        ↓clean up the baker names and put them in upper case -> UPPER(TRIM([@Baker]))
        ↓quarter in which it was baked, 1 to 4 -> ROUNDUP(MONTH([@Baked])/3,0)
        """);
    ComposedFormulas.check(
        BOATS,
        """
        ↓下水日在第几季度，填1到4 -> ROUNDUP(MONTH([@下水日])/3,0)
        ↓从下水日到检修日有几个整年，没检修的留空 -> IF([@检修日]="","",DATEDIF([@下水日],[@检修日],"y"))
        """);
  }
}

/// English and common foreign given names; they tell names from other capitals and he from she.
enum EnglishNames {
  static let classes: [(WordClass, String)] = [
    (
      .maleName,
      """
      aaron abdul abdullah abraham adam adrian ahmed akira al alan albert alberto alejandro aleksandr alex alexander
      alexei alfred ali allan allen alvin amir anders andre andreas andrei andrew andrey andy angelo anthony antoine anton antonio
      arnold arthur asif barack barry bashar ben benedict benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon
      brendan brent bret brett brian bruce bruno bryan byron calvin carl carlo carlos carter cecil cedric charles charlie
      chester chris christian christoph christopher chuck clarence claude clayton cliff clifford clint clinton clyde colin cory craig
      curt curtis cyril dale damian damon dan daniel danny darrell darren dave david dean dennis derek dick diego dieter dmitri dmitry
      dominic don donald doug douglas duane duncan dwight earl ed eddie edgar edmund eduardo edward edwin eli elias elliott emil
      emmanuel enrique eric erik ernest ernst ethan eugene evan felipe felix fernando francesco francis francisco francois
      frank franklin franz fred freddie frederick friedrich gary gavin gene geoff geoffrey george gerald gerard gerhard gilbert giovanni
      giuseppe glen glenn gordon graham grant greg gregory guido gunther gus guy hamid hank hans harold harry harvey hassan heinrich
      heinz helmut henri henry herbert herman hiroshi horst howard hugh hugo ian ibrahim igor ilya isaac ismail ivan jack jackson
      jacob jacques jake jamal james jan jared jason javier jay jean jeb jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy
      joachim joe joel johan johann john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio jurgen justin karim
      karl keith ken kenneth kenny kevin kirk klaus konrad kurt kyle lamar lance larry lars laurence lawrence lee leo leon leonard
      leonid leroy leslie lester levi lewis liam lincoln lindsey lionel lloyd logan lorenzo lou louis lucas luigi luis luke luther
      mahmoud malcolm manfred manuel marc marcel marco marcos marcus mario mark markus martin marty marvin mathias matt matteo matthew
      maurice max maxim mehmet mel michael michel miguel mike mikhail milton mitch mitchell mitt mohamed mohammad mohammed morris
      moses muhammad murray mustafa nate nathan nathaniel neal ned neil nelson newt nicholas nick nicolas nigel nikolai noah noel
      norman oleg oliver olivier omar oscar otto owen pablo pat patrick paul paulo pavel pedro pete peter phil philip philippe phillip
      pierre rafael rahul raj ralph ramon rand randall randy raul ray raymond reggie reince reinhold ricardo richard rick ricky rob robert
      roberto robin rod rodney rodrigo roger roland rolf ron ronald ronnie ross roy ruben rudolf rudy rupert russell ryan salman salvador
      sam samuel satoshi scott sean sebastian serge sergei sergey sergio seth shane shaun shawn sidney simon stan stanley stefan
      stephen steve steven stewart stuart sven ted terrence terry theo theodore thomas thorsten tim timothy toby todd tom tomas tommy
      tony travis trevor troy tyler ulrich uwe valentin vernon victor viktor vince vincent vitaly vladimir vladislav volodymyr wade
      wallace walter warren wayne werner wesley wilfred wilhelm will willard william willie winston wolfgang xavier yasser yuri yusuf
      zach zachary
      """
    ),
    (
      .femaleName,
      """
      abigail ada adele adriana agnes aisha alana alexandra alexandria alexis alice alicia alison allison alyssa amanda amber amelia
      amina amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia april ariana arlene ashley astrid audrey
      ava barbara beatrice bella bernadette bernice beth bethany betsy betty beverly bianca bonnie brenda bridget brigitte brittany
      camila camille candace carla carly carmen carol carole caroline carolyn carrie cassandra catherine cathy cecilia celeste celia
      charlene charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen connie constance courtney cristina
      crystal cynthia daisy dana daniela danielle daphne dawn deanna deborah debbie debra delia denise diana diane donna dora doris
      dorothy edith edna eileen elaine eleanor elena elise elizabeth ella ellen elsa elsie emily emma erica erika erin esther ethel
      eva eve evelyn faith fatima felicia fiona florence frances francesca frida gabriela gabrielle gail georgia geraldine gertrude
      gina gisela glenda gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen helena helga henrietta hilary
      hilda hillary holly huma ida ingrid irene iris irina irma isabel isabella ivanka jackie jacqueline jane janet janice jasmine jean
      jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy
      julia juliana julie june karen karin karla kate katherine kathleen kathryn kathy katie katrina katya kay kayla kellie kelly
      kellyanne kendra kerry kim kimberly kirsten kristen kristin krista lara laura lauren laurie leah leila lena lillian lily linda
      lisa liz lois lorena loretta lori lorraine louise lucia lucille lucy lydia lynn mabel madeleine madison maggie malia mandy marcia
      margaret margarita maria mariam marian marianne marie marilyn marina marion marjorie marlene marsha martha mary maureen maxine
      megan meghan melanie melania melinda melissa mercedes mia michele michelle mildred miranda miriam molly monica monika mona muriel
      nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia pam pamela patricia patsy patty paula pauline peggy
      penelope penny petra phyllis priscilla priya rachel ramona rebecca regina renate renee rhonda rita roberta rosa rosalind rose
      rosemary roxanne ruth sabine sabrina sally samantha sandra sara sarah sasha selena shannon sharon sheila shelby shelley
      sherry shirley silvia sofia sonia sophia sophie stacey stacy stella stephanie sue susan susanne suzanne svetlana sybil sylvia tamara
      tammy tania tanya tara tatiana teresa theresa tiffany tina tracey tracy ursula valentina valerie vanessa vera veronica vicki
      vicky victoria viola violet virginia vivian wanda wendy whitney wilma yolanda yvette yvonne zoe
      """
    ),
  ]
}
